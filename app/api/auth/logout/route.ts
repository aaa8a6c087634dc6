import { endpoint } from "@/lib/http/endpoint.ts";
import { logoutUser } from "@/lib/sign-in/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(logoutUser);
