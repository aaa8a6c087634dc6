import { endpoint } from "@/lib/http/endpoint.ts";
import { listPostingEvents } from "@/lib/postings/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(listPostingEvents);
