import { listSecurityEvents } from "@/lib/accounts/security-events/operations.ts";
import { endpoint } from "@/lib/http/endpoint.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(listSecurityEvents);
