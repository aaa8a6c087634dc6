import { endpoint } from "@/lib/http/endpoint.ts";
import { authenticateUser } from "@/lib/sign-in/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(authenticateUser);
