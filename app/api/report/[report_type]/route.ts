import { endpoint } from "@/lib/http/endpoint.ts";
import { readReport } from "@/lib/reports/documented/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(readReport);
