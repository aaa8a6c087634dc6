import { randomUUID } from "node:crypto";

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
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...providers].join(" ")}`,
    "frame-ancestors 'none'",
  ].join("; ");

const tls = process.env.PUBLIC_URL?.startsWith("https:");

/** What a page's answer carries beside `guards`; the policy's nonce is new each time, and Next reads it from the request. */
export function pageHeaders(): Record<string, string> & { "content-security-policy": string } {
  return {
    "content-security-policy": policy(randomUUID().replaceAll("-", "")),
    ...(tls ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
