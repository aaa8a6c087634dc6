import { endpoint } from "@/lib/http/endpoint.ts";
import { writeImport } from "@/lib/imports/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(writeImport);
