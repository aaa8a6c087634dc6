/** On every response, files' and the API's too; what depends on the request or the address is set in proxy.ts. */
export const securityHeaders = {
  "x-content-type-options": "nosniff",
  // Linked job boards and companies need not learn the address of this site.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** The CSP of what proxy.ts does not handle: files. */
export const fileHeaders = {
  "content-security-policy": [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
};

/** The CSP of what is no page: JSON and refusals load and run nothing, and are framed by nobody. */
export const bareContentPolicy = "default-src 'none'; frame-ancestors 'none'";

/** The headers of a refusal that stands before every handler. */
export const bareHeaders = { ...securityHeaders, "content-security-policy": bareContentPolicy };
