import { authenticateUser } from "@/lib/accounts/sign-in/operations.ts";
import { endpoint } from "@/lib/http/endpoint.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(authenticateUser);
