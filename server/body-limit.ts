import { maxBodyBytes } from "../lib/http/body.ts";
import type { Middleware } from "./middleware.ts";
import { refuse } from "./request-checks.ts";

/** These read their body as it comes, up to a limit of their own: lib/imports/upload.ts, lib/capture/read-request.ts. */
const uploadPaths = ["/api/import_batch/upload", "/api/capture/read"];

/**
 * Refuses a long body of a page or a route of Next's by its Content-Length. One without a length is counted by what
 * reads it: Next for actions, the route for sign-ins.
 */
export const bodyLimit: Middleware = (request, response, next) => {
  const length = Number(request.headers["content-length"] ?? 0);
  const limit = maxBodyBytes.default;
  const [path = ""] = request.url?.split("?", 1) ?? [];
  if (length <= limit || uploadPaths.includes(path)) return next();
  const detail = `The body is larger than ${limit / 1024 / 1024} MB.`;
  refuse(response, { status: 413, detail, headers: { connection: "close" } });
};
