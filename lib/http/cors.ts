import { env } from "../env.ts";

const allowed = [
  "authorization",
  "content-type",
  "x-refresh-token",
  "x-request-id",
  "idempotency-key",
  "if-match",
  "if-none-match",
].join(", ");

const exposed = [
  "etag",
  "link",
  "location",
  "retry-after",
  "ratelimit",
  "ratelimit-policy",
  "x-request-id",
].join(", ");

/** Lets the origins of `CORS_ORIGINS` read the answer; others get no such header. */
export function allowOrigin(request: Request, headers: Headers): void {
  const { CORS_ORIGINS } = env();
  if (CORS_ORIGINS.length === 0) return;
  headers.append("vary", "Origin");
  headers.set("access-control-allow-credentials", "true");
  const origin = request.headers.get("origin");
  if (!origin || !CORS_ORIGINS.includes(origin)) return;
  headers.set("access-control-allow-origin", origin);
  headers.set("access-control-expose-headers", exposed);
}

/** The answer to a browser that asks beforehand whether it may; null where the request is none of those. */
export function preflight(request: Request, methods: string): Response | null {
  if (request.method !== "OPTIONS" || !request.headers.has("access-control-request-method")) {
    return null;
  }
  const headers = new Headers({
    allow: methods,
    "access-control-allow-methods": methods,
    "access-control-allow-headers": allowed,
    "access-control-max-age": "86400",
  });
  allowOrigin(request, headers);
  return new Response(null, { status: 204, headers });
}
