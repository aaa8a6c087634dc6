import { endpoint } from "@/lib/http/endpoint.ts";
import { readMetrics } from "@/lib/runtime/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(readMetrics);
