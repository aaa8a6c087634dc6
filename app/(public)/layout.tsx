export { PublicFrame as default } from "@/components/accounts/sign-in/public-frame.tsx";
