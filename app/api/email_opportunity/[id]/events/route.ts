import { endpoint } from "@/lib/http/endpoint.ts";
import { listOpportunityEvents } from "@/lib/opportunities/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(listOpportunityEvents);
