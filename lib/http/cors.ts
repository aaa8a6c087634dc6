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

/** The one path that a browser extension calls, and from where. */
const extensionPath = /^\/api\/capture\/?$/;
const extensionOrigin = /^(chrome|moz|safari-web)-extension:\/\/[\w-]{1,64}$/;

/** Whether an extension asks with a token, or first whether it may; a cookie it has no say over. */
function isExtension(request: ApiRequest, origin: string): boolean {
  if (!extensionOrigin.test(origin) || !extensionPath.test(new URL(request.url).pathname)) {
    return false;
  }
  if (request.method === "OPTIONS") {
    const asked = request.headers.get("access-control-request-headers") ?? "";
    return /(^|[\s,])authorization([\s,]|$)/i.test(asked);
  }
  return request.headers.get("authorization")?.startsWith("Bearer ") ?? false;
}

/**
 * CORS headers for the origins of `CORS_ORIGINS`, none where it is not set; and for a browser extension with a token at
 * `/api/capture/`, without cookies.
 */
export function corsHeaders(request: ApiRequest, vary = ""): Record<string, string> {
  const { CORS_ORIGINS } = env();
  const origin = request.headers.get("origin");
  if (origin && !CORS_ORIGINS.includes(origin) && isExtension(request, origin)) {
    return {
      vary: vary ? `${vary}, Origin` : "Origin",
      "access-control-allow-origin": origin,
      "access-control-expose-headers": exposedHeaders,
    };
  }
  if (CORS_ORIGINS.length === 0) return noHeaders;
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
