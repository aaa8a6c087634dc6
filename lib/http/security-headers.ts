/** On every response, files' and the API's too; what depends on the request or the address is set in proxy.ts. */
export const securityHeaders = {
  "x-content-type-options": "nosniff",
  // Boards and companies that people go to from here need not know where they keep their hunt.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** The policy of what proxy.ts does not see: files, and the page that says there is no such file. */
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
