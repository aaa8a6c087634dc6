import { log } from "../lib/runtime/log.ts";
import { countAnswered, countBegun } from "../lib/runtime/metrics.ts";
import { type RequestContext, requestId, runInContext } from "../lib/runtime/request.ts";
import type { Middleware } from "./middleware.ts";

/** Gives each request an id, and counts and logs it by its route's pattern once its response is sent. */
export function accessLog(pageRoute: (path: string) => string): Middleware {
  return (request, response, next) => {
    const startedAt = performance.now();
    const { method = "", url = "" } = request;
    const [givenId] = [request.headers["x-request-id"]].flat();
    const context: RequestContext = { id: requestId(givenId), database_ms: 0, after: [] };
    request.headers["x-request-id"] = context.id;
    // The API sets it itself, and files are cached.
    if (!/^\/(api|_next)\//.test(url)) response.setHeader("x-request-id", context.id);
    countBegun();
    response.once("close", () => {
      for (const work of context.after) void work();
      const elapsedMs = performance.now() - startedAt;
      const query = url.indexOf("?");
      const route = context.route ?? pageRoute(query < 0 ? url : url.slice(0, query));
      const status = response.statusCode;
      countAnswered(method, route, status, elapsedMs);
      const { id, user_id, database_ms } = context;
      const times = { ms: tenths(elapsedMs), database_ms: tenths(database_ms) };
      const cut = response.writableFinished ? undefined : true;
      log(levelOf(route, status), "request", { id, method, route, status, ...times, user_id, cut });
    });
    runInContext(context, next);
  };
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;

// Files and health checks say nothing that anybody would look for.
function levelOf(route: string, status: number) {
  if (status >= 500) return "error";
  return route === "/_next/*" || route.startsWith("/api/health") ? "debug" : "info";
}
