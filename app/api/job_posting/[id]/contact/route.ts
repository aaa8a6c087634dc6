import { endpoint } from "@/lib/http/endpoint.ts";
import {
  patchPostingContact,
  readPostingContact,
  replacePostingContact,
} from "@/lib/postings/contact.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  readPostingContact,
  replacePostingContact,
  patchPostingContact,
);
