import { basePath, withoutBase } from "../base-path.ts";
import { streamOf } from "../lists/chunks.ts";
import { notFound } from "./endpoint.ts";
import type { ApiResponse } from "./request.ts";
import type { Router } from "./router.ts";

type RouteHandler = (request: Request) => Promise<Response>;
type RouteMethod = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What Next's route files export: the same handlers as our server calls, behind the web's Request and Response. */
export function routeHandlers(router: Router): Record<RouteMethod, RouteHandler> {
  const handle: RouteHandler = async (asked) => {
    const request = basePath ? withoutBasePath(asked) : asked;
    const match = router.match(new URL(request.url).pathname);
    return responseOf(await (match ? match.handler(request, match.params) : notFound(request)));
  };
  return {
    GET: handle,
    HEAD: handle,
    OPTIONS: handle,
    POST: handle,
    PUT: handle,
    PATCH: handle,
    DELETE: handle,
  };
}

// Our own server has taken it off (server/base-path.ts).
function withoutBasePath(request: Request): Request {
  const url = new URL(request.url);
  url.pathname = withoutBase(url.pathname);
  return new Request(url, request);
}

function responseOf({ status, headers, body }: ApiResponse): Response {
  if (body === null || typeof body === "string") return new Response(body, { status, headers });
  return new Response(body.length > 1 ? streamOf(body) : body[0], { status, headers });
}
