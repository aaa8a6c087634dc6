import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { arrayBuffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { ApiRequest, ApiResponse } from "../lib/http/request.ts";
import type { Match, Router } from "../lib/http/router.ts";
import { bareHeaders, securityHeaders } from "../lib/http/security-headers.ts";
import { sizeOf } from "../lib/lists/chunks.ts";
import { errorText, log } from "../lib/runtime/log.ts";
import { currentRequest } from "../lib/runtime/request.ts";
import type { Middleware } from "./middleware.ts";
import { refuse } from "./request-checks.ts";
import type { Traced } from "./tracing.ts";

/** Answers requests for the API by its own handlers; Next would cost more than they do. Decision 022. */
export function api(router: Router, traced?: Traced): Middleware {
  return (request, response, next) => {
    const match = router.match((request.url ?? "").split("?", 1)[0] ?? "");
    if (!match) return next();
    const context = currentRequest();
    if (context) context.route = match.label;
    const work = () => answer(match, request, response);
    void (traced ? traced(request, response, match.label, work) : work());
  };
}

async function answer(
  { handler, params }: Match,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await send(await handler(apiRequest(request, response), params), response);
  } catch (error) {
    // The client disconnected, which is no error of ours.
    if (response.destroyed) return;
    log("error", "failure", { method: request.method, error: errorText(error) });
    if (response.headersSent) response.destroy();
    else response.writeHead(500, bareHeaders).end();
  }
}

/** Answers from this size on count; shorter ones fit into the system's own buffers. */
const longAnswerBytes = 262_144;
const maxHeldBytes = 128 * 1_048_576;
let heldBytes = 0;

/** Counts a long answer until it is sent; false where too much waits for clients that do not read. */
function isHeld(size: number, response: ServerResponse): boolean {
  if (size < longAnswerBytes) return true;
  if (heldBytes > 0 && heldBytes + size > maxHeldBytes) return false;
  heldBytes += size;
  response.once("close", () => {
    heldBytes -= size;
  });
  return true;
}

async function send(
  { status, headers, body }: ApiResponse,
  response: ServerResponse,
): Promise<void> {
  response.statusCode = status;
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === null) return void response.end();
  const size = lengthOf(body);
  if (!isHeld(size, response)) {
    const detail = "Too many long answers wait to be read. Try again in a moment.";
    return refuse(response, { status: 503, detail, headers: { "retry-after": "5" } });
  }
  response.setHeader("content-length", size);
  if (typeof body === "string") response.end(body);
  else if (body.length < 2) response.end(body[0]);
  else await pipeline(Readable.from(body, { objectMode: false }), response);
}

const lengthOf = (body: NonNullable<ApiResponse["body"]>) =>
  typeof body === "string" ? Buffer.byteLength(body) : sizeOf(body);

/** What the API reads of a request, straight from Node's. */
function apiRequest(request: IncomingMessage, response: ServerResponse): ApiRequest {
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
    // Made where it is asked for: hardly any operation takes so long.
    get signal() {
      const gone = new AbortController();
      const end = () => gone.abort();
      if (response.destroyed) end();
      else response.once("close", end);
      return gone.signal;
    },
    // A body that is too large is refused, which needs the connection that it comes on.
    get body() {
      return request.iterator({ destroyOnReturn: false });
    },
  };
}
