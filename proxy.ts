import { type NextRequest, NextResponse } from "next/server";

const open = /^\/((login|register|forgot|reset|guides)(\/|$)|$)/;
// The address of these is a key.
const keyed = /^\/(reset\/|register\?(.*&)?invitation=)/;
const cookies = ["next-auth.session-token", "__Secure-next-auth.session-token"];

// React's development build evaluates code and Next reloads over a web socket; production does neither.
const dev = process.env.NODE_ENV === "development";
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ""}`,
    // Styles that React sets on elements have no nonce; they run nothing.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const guards = Object.entries({
  "x-content-type-options": "nosniff",
  // Boards and companies that people go to from here need not know where they keep their hunt.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  ...(process.env.PUBLIC_URL?.startsWith("https:")
    ? { "strict-transport-security": "max-age=63072000" }
    : {}),
});

/** Sends whoever has no session cookie to the sign-in, and tells pages their own address. No security boundary. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  // Pages know no tokens: a client that sends one here has the wrong path, and wants no page.
  if (request.headers.get("authorization")?.startsWith("Bearer ")) {
    return NextResponse.json({ detail: "Not found." }, { status: 404 });
  }
  const signedIn = cookies.some((name) => request.cookies.has(name));
  // A form that is sent without a session gets its answer in place, so that what was typed is kept.
  const reads = request.method === "GET" || request.method === "HEAD";
  const asks = reads && !signedIn && !open.test(pathname);
  const csp = policy(crypto.randomUUID().replaceAll("-", ""));
  const path = pathname + search;
  const response = asks ? toLogin(request, path) : onward(request, path, csp);
  response.headers.set("content-security-policy", csp);
  for (const [name, value] of guards) response.headers.set(name, value);
  if (keyed.test(path)) response.headers.set("referrer-policy", "no-referrer");
  return response;
}

function toLogin(request: NextRequest, from: string) {
  const login = new URL("/login", request.url);
  login.searchParams.set("next", from);
  return NextResponse.redirect(login);
}

function onward(request: NextRequest, path: string, csp: string) {
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and gives it to its own scripts.
  headers.set("content-security-policy", csp);
  headers.set("x-foothold-path", path);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!api(?:/|$)|_next/|.*\\.[a-z0-9]+$).*)"] };
