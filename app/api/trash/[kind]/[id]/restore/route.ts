import { endpoint } from "@/lib/http/endpoint.ts";
import { restoreFromTrash } from "@/lib/trash/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(restoreFromTrash);
