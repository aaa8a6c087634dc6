export {
  answerNextAuth as GET,
  answerNextAuth as POST,
} from "@/lib/accounts/sign-in/next-auth-routes.ts";
