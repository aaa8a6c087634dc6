import { endpoint } from "@/lib/http/endpoint.ts";
import { listSecurityEvents } from "@/lib/security-events/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(listSecurityEvents);
