export { referencePage as GET } from "@/lib/http/reference.ts";
