import { referenceScript } from "@/lib/http/reference.ts";

export const GET = () => referenceScript();
