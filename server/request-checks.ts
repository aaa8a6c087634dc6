import type { IncomingMessage, ServerResponse } from "node:http";
import type { Middleware } from "./middleware.ts";

// Other methods (such as TRACE) cannot be made into the Request that Next passes on.
const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/** Refuses what Next cannot answer. Without `trustProxy` nobody's `X-Forwarded-` headers are believed. */
export function requestChecks(trustProxy: boolean): Middleware {
  return (request, response, next) => {
    if (!trustProxy) dropForwardedHeaders(request);
    // A missing header is filled in from the connection: the peer's address.
    request.headers["x-forwarded-for"] ??= request.socket.remoteAddress;
    if (!methods.includes(request.method ?? ""))
      refuse(response, 405, "This method is not allowed.");
    else if (isMalformed(request.url)) refuse(response, 404, "Not found.");
    else next();
  };
}

function dropForwardedHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers))
    if (name.startsWith("x-forwarded-")) delete headers[name];
}

// Next would redirect `/api//me` to `/api/me`, which a POST does not follow; it fails on a path it cannot decode.
function isMalformed(url = ""): boolean {
  const [path = ""] = url.split("?", 1);
  if (!path.startsWith("/") || path.includes("//")) return true;
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  const headers = {
    "content-type": "application/json",
    "x-content-type-options": "nosniff",
    ...(status === 405 ? { allow: methods.join(", ") } : {}),
  };
  response.writeHead(status, headers).end(JSON.stringify({ detail }));
}
