import { endpoint } from "@/lib/http/endpoint.ts";
import { readProof } from "@/lib/reports/insights/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(readProof);
