export { PageNotFound as default } from "@/components/shell/error-page.tsx";
