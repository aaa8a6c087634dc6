import { readMe } from "@/lib/accounts/users/operations.ts";
import { endpoint } from "@/lib/http/endpoint.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(readMe);
