import type { IncomingMessage, ServerResponse } from "node:http";
import { bareHeaders } from "../lib/http/security-headers.ts";
import type { Middleware } from "./middleware.ts";

// Other methods (such as TRACE) cannot be made into the Request that Next passes on.
const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/** Next's work on a query grows with the square of its parameters; no page and no documented client comes near. */
export const queryLimits = { length: 8_192, parameters: 200 } as const;

/** What browsers send is a tenth of it; a longer list is read as none, and the answer is not compressed. */
const maxAcceptEncoding = 256;

/** The same with cookies that a handler may set; browsers keep 180 of a site at most. */
const maxCookies = 200;

type Refusal = { status: number; detail: string; headers?: Record<string, string> };

/** Refuses what Next cannot answer. Without `trustProxy` nobody's `X-Forwarded-` headers are believed. */
export function requestChecks(trustProxy: boolean): Middleware {
  return (request, response, next) => {
    if (!trustProxy) dropForwardedHeaders(request);
    // A missing header is filled in from the connection: the peer's address.
    request.headers["x-forwarded-for"] ??= request.socket.remoteAddress;
    dropUnusable(request.headers);
    const refusal = refusalOf(request);
    if (refusal) return refuse(response, refusal);
    if (request.url?.startsWith("/_next/")) dropConditions(request.headers);
    next();
  };
}

function refusalOf({ method = "", url = "", headers }: IncomingMessage): Refusal | undefined {
  if (!methods.includes(method)) return notAllowed(methods);
  if (headers.host !== undefined && !isHost(headers.host))
    return { status: 400, detail: "The Host header names no host." };
  if (countOf(";", headers.cookie ?? "", 0) >= maxCookies)
    return {
      status: 431,
      detail: `More than ${maxCookies} cookies were sent. Delete this site’s cookies in your browser.`,
    };
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  if (isMalformed(path)) return { status: 404, detail: "Not found." };
  if (mark >= 0 && isLongQuery(url, mark + 1))
    return {
      status: 414,
      detail: `The query may have ${queryLimits.parameters} parameters and ${queryLimits.length} characters.`,
    };
  // Next's own pages (`/_global-error`) are drawn by it alone, and its files are only read.
  if (path.startsWith("/_") && !path.startsWith("/_next/"))
    return { status: 404, detail: "Not found." };
  if (path.startsWith("/_next/") && method !== "GET" && method !== "HEAD")
    return notAllowed(["GET", "HEAD"]);
  return undefined;
}

const notAllowed = (allowed: string[]): Refusal => ({
  status: 405,
  detail: "This method is not allowed.",
  headers: { allow: allowed.join(", ") },
});

function isLongQuery(url: string, from: number): boolean {
  const length = url.length - from;
  if (length > queryLimits.length) return true;
  // Each takes a character and a sign between two.
  if (length < 2 * queryLimits.parameters) return false;
  return countOf("&", url, from) >= queryLimits.parameters;
}

function countOf(sign: string, text: string, from: number): number {
  const code = sign.charCodeAt(0);
  let count = 0;
  for (let at = from; at < text.length; at += 1) if (text.charCodeAt(at) === code) count += 1;
  return count;
}

// Nearly all requests name one of a few.
const knownHosts = new Set<string>();
const maxKnownHosts = 100;

/** Whether a Host header is one that an address can be made with: `[` and `a:99999` are none. */
function isHost(host: string): boolean {
  if (knownHosts.has(host)) return true;
  if (/[\s/?#@\\]/.test(host) || !URL.canParse(`http://${host}`)) return false;
  if (knownHosts.size >= maxKnownHosts) knownHosts.clear();
  knownHosts.add(host);
  return true;
}

function dropForwardedHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers))
    if (name.startsWith("x-forwarded-")) delete headers[name];
}

function dropUnusable(headers: IncomingMessage["headers"]): void {
  const accepted = headers["accept-encoding"];
  if (accepted !== undefined && accepted.length > maxAcceptEncoding)
    delete headers["accept-encoding"];
  const forwarded = headers["x-forwarded-host"];
  if (forwarded !== undefined && !isHost(String(forwarded))) delete headers["x-forwarded-host"];
}

/** Files of the build never change under their names: a range or a precondition may be ignored, and Next fails on some. */
function dropConditions(headers: IncomingMessage["headers"]): void {
  for (const name of ["range", "if-range", "if-match", "if-unmodified-since"]) delete headers[name];
}

// Next would redirect `/api//me` to `/api/me`, which a POST does not follow; it fails on a path it cannot decode.
function isMalformed(path: string): boolean {
  if (!path.startsWith("/") || path.includes("//") || path.includes("\\")) return true;
  if (!path.includes("%")) return false;
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}

/** Answers a refused request in words, with the headers of every answer. */
export function refuse(response: ServerResponse, { status, detail, headers }: Refusal): void {
  const all = { "content-type": "application/json", ...bareHeaders, ...headers };
  response.writeHead(status, all).end(JSON.stringify({ detail }));
}
