import type { ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";
import type { Middleware } from "./middleware.ts";

// A window that fits what we send: the usual one takes four megabytes for each response.
const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 };

/** Each takes a megabyte or two until its answer is read; what comes beyond them is sent as it is. */
export const maxAtOnce = 48;
let active = 0;

function isWithinLimit(response: ServerResponse): boolean {
  if (active >= maxAtOnce) return false;
  active += 1;
  response.once("close", () => {
    active -= 1;
  });
  return true;
}

/** Compresses texts from 1 KB on, with brotli where the client takes it, else gzip; streams go out as they come. */
export const compress = compression({
  brotli: { params },
  // A part of a file is a part of what is sent, so it cannot be compressed by itself.
  filter: (request, response) =>
    !response.hasHeader("content-range") &&
    compression.filter(request, response) &&
    isWithinLimit(response),
}) as unknown as Middleware;
