// The parts of the API's description that no single operation says.

export const bodyTypes = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
];

export const refusals = {
  anyOf: ["FieldErrors", "Detail", "Fault"].map((name) => ({
    $ref: `#/components/schemas/${name}`,
  })),
};

export const securitySchemes = {
  token: {
    type: "http",
    scheme: "bearer",
    description:
      "An access token from `/api/token`, or a personal token (`fh_…`) from the settings",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "The browser's own session; changes must come from this server's pages",
  },
};

const header = (name: string, description: string) => ({
  name,
  in: "header",
  description,
  schema: { type: "string" },
});

export const commonHeaders = {
  parameters: {
    IfNoneMatch: header(
      "If-None-Match",
      "The ETag of what the client has; 304 where it still holds",
    ),
    IfMatch: header(
      "If-Match",
      "The ETag of what the client changes; 412 where it changed meanwhile",
    ),
    IdempotencyKey: header(
      "Idempotency-Key",
      "A request with the same key within a day is answered, not done, again",
    ),
  },
  headers: {
    RequestId: {
      description: "Names this request in the server's log",
      schema: { type: "string" },
    },
  },
};
