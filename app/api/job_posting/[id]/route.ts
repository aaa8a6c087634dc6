import { endpoint } from "@/lib/http/endpoint.ts";
import { postings } from "@/lib/postings/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  postings.read,
  postings.replace,
  postings.patch,
  postings.remove,
);
