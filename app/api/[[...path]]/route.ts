import { nothing } from "@/lib/http/endpoint.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = nothing();
