import { revokePersonalToken } from "@/lib/accounts/personal-tokens/operations.ts";
import { endpoint } from "@/lib/http/endpoint.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(revokePersonalToken);
