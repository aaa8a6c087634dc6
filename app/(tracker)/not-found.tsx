export { NothingHere as default } from "@/components/shell/troubled.tsx";
