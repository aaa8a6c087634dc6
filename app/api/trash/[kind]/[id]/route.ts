import { endpoint } from "@/lib/http/endpoint.ts";
import { purgeFromTrash } from "@/lib/trash/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(purgeFromTrash);
