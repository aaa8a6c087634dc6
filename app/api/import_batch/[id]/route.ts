import { endpoint } from "@/lib/http/endpoint.ts";
import { changeImport, discardImport, readImport } from "@/lib/imports/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  changeImport,
  discardImport,
  readImport,
);
