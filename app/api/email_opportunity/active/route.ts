import { endpoint } from "@/lib/http/endpoint.ts";
import { listActiveOpportunities } from "@/lib/opportunities/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(listActiveOpportunities);
