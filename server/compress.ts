import { constants } from "node:zlib";
import compression from "compression";
import type { Middleware } from "./middleware.ts";

// A window that fits what we send: the usual one takes four megabytes for each response.
const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 };

/** Compresses texts from 1 KB on, with brotli where the client takes it, else gzip; streams go out as they come. */
export const compress = compression({
  brotli: { params },
  // A part of a file is a part of what is sent, so it cannot be compressed by itself.
  filter: (request, response) =>
    !response.hasHeader("content-range") && compression.filter(request, response),
}) as unknown as Middleware;
