import { endpoint } from "@/lib/http/endpoint.ts";
import { readLive } from "@/lib/runtime/health/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(readLive);
