import { endpoint } from "@/lib/http/endpoint.ts";
import { opportunities } from "@/lib/opportunities/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  opportunities.list,
  opportunities.create,
);
