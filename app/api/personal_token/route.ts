import { endpoint } from "@/lib/http/endpoint.ts";
import { createPersonalToken, listPersonalTokens } from "@/lib/tokens/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  listPersonalTokens,
  createPersonalToken,
);
