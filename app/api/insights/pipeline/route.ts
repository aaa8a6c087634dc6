import { endpoint } from "@/lib/http/endpoint.ts";
import { readPipeline } from "@/lib/reports/insights/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(readPipeline);
