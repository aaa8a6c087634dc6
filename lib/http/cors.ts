import { env } from "../env.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";

const allowedHeaders = [
  "authorization",
  "content-type",
  "x-refresh-token",
  "x-request-id",
  "idempotency-key",
  "if-match",
  "if-none-match",
].join(", ");

const exposedHeaders = [
  "etag",
  "link",
  "location",
  "retry-after",
  "ratelimit",
  "ratelimit-policy",
  "x-request-id",
].join(", ");

const noHeaders = {};

/** CORS headers for the origins of `CORS_ORIGINS`; none where it is not set. */
export function corsHeaders(request: ApiRequest, vary = ""): Record<string, string> {
  const { CORS_ORIGINS } = env();
  if (CORS_ORIGINS.length === 0) return noHeaders;
  const origin = request.headers.get("origin");
  return {
    vary: vary ? `${vary}, Origin` : "Origin",
    "access-control-allow-credentials": "true",
    ...(origin && CORS_ORIGINS.includes(origin)
      ? { "access-control-allow-origin": origin, "access-control-expose-headers": exposedHeaders }
      : {}),
  };
}

/** The response to a CORS preflight; null for any other request. */
export function preflightResponse(
  request: ApiRequest,
  { allow, corsMethods }: { allow: string; corsMethods: string },
): ApiResponse | null {
  if (request.method !== "OPTIONS" || !request.headers.has("access-control-request-method")) {
    return null;
  }
  const headers = {
    allow,
    "access-control-allow-methods": corsMethods,
    "access-control-allow-headers": allowedHeaders,
    "access-control-max-age": "86400",
    ...corsHeaders(request),
  };
  return { status: 204, headers, body: null };
}
