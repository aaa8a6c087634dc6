import { endpoint } from "@/lib/http/endpoint.ts";
import { readDashboard } from "@/lib/reports/dashboard/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(readDashboard);
