export { referenceScript as GET } from "@/lib/http/reference.ts";
