import { endpoint } from "@/lib/http/endpoint.ts";
import { sites } from "@/lib/sites/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(sites.list, sites.create);
