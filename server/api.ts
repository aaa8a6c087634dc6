import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { arrayBuffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { type Offered, offered } from "../lib/http/registry.ts";
import type { Asked, Sent } from "../lib/http/request.ts";
import { guards } from "../lib/http/security-headers.ts";
import { log, wordsOf } from "../lib/runtime/log.ts";

const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/**
 * Lets the API's own handlers answer without the framework around them, which costs more than they do.
 * Whatever is not offered (docs/decisions/021-past-the-router.md) is left to `handle`.
 */
export function api(handle: RequestListener, routeOf: (path: string) => string): RequestListener {
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    // What is written in another way than the route is, the framework decodes.
    const route = path.startsWith("/api/") && !path.includes("%") ? routeOf(path) : "";
    const handler = route && methods.has(request.method ?? "") ? offered(route) : undefined;
    if (handler) void answer(handler, paramsOf(route, path), request, response);
    else handle(request, response);
  };
}

async function answer(
  handler: Offered,
  params: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await send(await handler(asked(request), { params }), response);
  } catch (error) {
    // A client that went away is none of our faults.
    if (response.destroyed) return;
    log("error", "failure", { method: request.method, error: wordsOf(error) });
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  }
}

async function send({ status, headers, content }: Sent, response: ServerResponse): Promise<void> {
  response.statusCode = status;
  for (const name in guards) response.setHeader(name, guards[name as keyof typeof guards]);
  for (const name in headers) response.setHeader(name, headers[name] as string);
  if (content === null || typeof content === "string") response.end(content ?? undefined);
  else if (content.length < 2) response.end(content[0]);
  else await pipeline(Readable.from(content, { objectMode: false }), response);
}

/** What the API reads of a request, straight from Node's. */
function asked(request: IncomingMessage): Asked {
  const { method = "GET", url = "/", headers } = request;
  const get = (name: string) => {
    const value = headers[name];
    return value === undefined ? null : Array.isArray(value) ? value.join(", ") : value;
  };
  return {
    method,
    url: `http://${headers.host ?? "localhost"}${url}`,
    headers: { get, has: (name) => headers[name] !== undefined },
    arrayBuffer: () => arrayBuffer(request),
    // A body that is too large is refused, which needs the connection that it comes on.
    get body() {
      return request.iterator({ destroyOnReturn: false });
    },
  };
}

function paramsOf(route: string, path: string): Record<string, string> {
  const params: Record<string, string> = {};
  if (!route.includes("[")) return params;
  const parts = path.split("/");
  for (const [place, name] of route.split("/").entries()) {
    if (name.startsWith("[")) params[name.slice(1, -1)] = parts[place] ?? "";
  }
  return params;
}
