import { referencePage } from "@/lib/http/reference.ts";

export const GET = () => referencePage();
