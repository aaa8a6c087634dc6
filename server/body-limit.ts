import { maxBodyBytes } from "../lib/http/body.ts";
import type { Middleware } from "./middleware.ts";
import { refuse } from "./request-checks.ts";

/** Reads its body as it comes, up to a limit of its own: lib/imports/upload.ts. */
const uploadPath = "/api/import_batch/upload";

/**
 * Refuses a long body of a page or a route of Next's by its Content-Length. One without a length is counted by what
 * reads it: Next for actions, the route for sign-ins.
 */
export const bodyLimit: Middleware = (request, response, next) => {
  const length = Number(request.headers["content-length"] ?? 0);
  const limit = maxBodyBytes.default;
  if (length <= limit || request.url?.split("?", 1)[0] === uploadPath) return next();
  const detail = `The body is larger than ${limit / 1024 / 1024} MB.`;
  refuse(response, { status: 413, detail, headers: { connection: "close" } });
};
