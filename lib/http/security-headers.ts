/** On every answer, files and the API's too; what depends on the request or the address is set in proxy.ts. */
export const guards = {
  "x-content-type-options": "nosniff",
  // Boards and companies that people go to from here need not know where they keep their hunt.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};
