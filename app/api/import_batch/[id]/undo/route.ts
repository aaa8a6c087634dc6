import { endpoint } from "@/lib/http/endpoint.ts";
import { undoImport } from "@/lib/imports/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(undoImport);
