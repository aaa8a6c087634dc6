import { randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { basePath, withBase } from "./lib/base-path.ts";
import { isOwnOrigin, publicAddress } from "./lib/http/own-origin.ts";
import { bareContentPolicy } from "./lib/http/security-headers.ts";

const publicPaths = /^\/((login|register|forgot|reset|address|unsubscribe|offline)(\/|$)|$)/;
// A browser asks for these by itself: the 404 page, and no sign-in that leads there.
const filePaths = /\.[a-z0-9]+$/i;
// Whoever has the address of these may act on it.
const secretPaths = /^\/((reset|address)\/|register\?(.*&)?invitation=)/;
const cookie = process.env.SESSION_COOKIE || "next-auth.session-token";
const cookies = [cookie, `${basePath ? "__Secure-" : "__Host-"}${cookie}`];

// React's development build evaluates code and Next reloads over a web socket; production does neither.
const dev = process.env.NODE_ENV === "development";
// Before the script is there, a button that leads to a provider is a form that is redirected.
const { OIDC_ISSUER, GITHUB_ID, GOOGLE_ID } = process.env;
const providers = [
  ...(OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : []),
  ...(GITHUB_ID ? ["https://github.com"] : []),
  ...(GOOGLE_ID ? ["https://accounts.google.com"] : []),
];
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ""}`,
    // Styles that React sets on elements have no nonce; they run nothing.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...providers].join(" ")}`,
    "frame-ancestors 'none'",
  ].join("; ");

const address = publicAddress();
const tls = address?.protocol === "https:";

/** Sends whoever has no session cookie to the sign-in, and tells pages their own address. No security boundary. */
export function proxy(request: NextRequest) {
  const csp = policy(randomUUID().replaceAll("-", ""));
  const refusal = refusalOf(request);
  const response = refusal ?? answer(request, csp);
  response.headers.set("content-security-policy", refusal ? bareContentPolicy : csp);
  if (tls) response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

function refusalOf(request: NextRequest): NextResponse | undefined {
  // Pages know no tokens: a client that sends one here has the wrong path, and wants no page.
  if (request.headers.get("authorization")?.startsWith("Bearer ")) {
    return NextResponse.json({ detail: "Not found." }, { status: 404 });
  }
  if (!reads(request) && isForeign(request.headers)) {
    return new NextResponse(foreignOrigin, { status: 403 });
  }
  // Next would write the strange name of an action that is none into the log.
  if (!/^[0-9a-f]{20,80}$/.test(request.headers.get("next-action") ?? "0".repeat(20))) {
    return new NextResponse("There is no such action.", { status: 404 });
  }
  return undefined;
}

const reads = ({ method }: NextRequest) => method === "GET" || method === "HEAD";

function answer(request: NextRequest, csp: string): NextResponse {
  const { pathname, search } = request.nextUrl;
  const signedIn = cookies.some((name) => request.cookies.has(name));
  // A form that is sent without a session gets its answer in place, so that what was typed is kept.
  const isPublic = publicPaths.test(pathname) || filePaths.test(pathname);
  const needsSignIn = reads(request) && !signedIn && !isPublic;
  const path = pathname + search;
  const response = needsSignIn ? toLogin(request, path) : onward(request, path, csp);
  if (secretPaths.test(path)) response.headers.set("referrer-policy", "no-referrer");
  return response;
}

const foreignOrigin = address
  ? `A change must come from Foothold's own pages: open ${address.origin}.`
  : "A change must come from Foothold's own pages.";

// Next refuses a foreign Origin too, with a 500, and lets through what has none.
function isForeign(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site") ?? "same-origin";
  if (origin === null) return site !== "same-origin" && site !== "none";
  return !isOwnOrigin(origin, headers);
}

function toLogin(request: NextRequest, from: string) {
  const login = new URL(withBase("/login"), request.url);
  login.searchParams.set("next", from);
  return NextResponse.redirect(login);
}

function onward(request: NextRequest, path: string, csp: string) {
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and gives it to its own scripts.
  headers.set("content-security-policy", csp);
  headers.set("x-foothold-path", path);
  // Next compares a form's Origin with these, and a proxy may leave out the port or the whole Host.
  if (address) for (const name of ["host", "x-forwarded-host"]) headers.set(name, address.host);
  return NextResponse.next({ request: { headers } });
}

// Only what runs no action: the API, the files of the build and the icon. A dot alone makes no file. Below a base path
// the second pattern leaves out the base path itself.
export const config = { matcher: ["/", "/((?!api(?:/|$)|_next/|icon\\.svg$).*)"] };
