import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

// Others (TRACE, say) cannot be made into the Request that Next hands on.
const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/** Lets only those requests through that Next can answer, without what strangers say of where they come from. */
export function guarded(handle: RequestListener, believesProxies: boolean): RequestListener {
  return (request, response) => {
    if (!believesProxies) forgetProxies(request);
    request.headers["x-forwarded-for"] ??= request.socket.remoteAddress;
    if (!methods.includes(request.method ?? ""))
      refuse(response, 405, "This method is not allowed.");
    else if (isWrong(request.url)) refuse(response, 404, "Not found.");
    else handle(request, response);
  };
}

// What is missing is filled in with what is known here: the address that the server is talked to from.
function forgetProxies({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers))
    if (name.startsWith("x-forwarded-")) delete headers[name];
}

// Next would send `/api//me` on to `/api/me`, and a POST does not follow; it breaks where it cannot decode a path.
function isWrong(url = ""): boolean {
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
