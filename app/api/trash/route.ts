import { endpoint } from "@/lib/http/endpoint.ts";
import { clearTrash, listTrash } from "@/lib/trash/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(listTrash, clearTrash);
