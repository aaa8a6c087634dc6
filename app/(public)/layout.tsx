import "./public.css";

export { PublicFrame as default } from "@/components/accounts/sign-in/sign-page.tsx";
