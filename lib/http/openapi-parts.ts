import { kinds } from "../kinds.ts";
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

/** What a refusal says, by its status; the sentences that depend on the request are one of several. */
export const refusalExamples: Record<number, Record<string, unknown>> = {
  400: { company_name: ["Ensure this field has no more than 128 characters."] },
  401: { detail: "Authentication credentials were not provided." },
  403: { detail: "You do not have permission to access this resource." },
  404: { detail: "Not found." },
  406: { detail: "Could not satisfy the request Accept header." },
  409: { detail: "The first request with this key still runs." },
  412: { detail: "This was changed in the meantime. Read it again first." },
  413: { detail: "The body is larger than 1 MB." },
  415: { detail: 'Unsupported media type "text/plain" in request.' },
  422: { detail: "This Idempotency-Key was used for another request." },
  429: { detail: "Too many tries. Wait 30 seconds and try again." },
};

/** What the operations under a tag are about. */
export const tagDescriptions: Record<string, string> = {
  ...Object.fromEntries(kinds.map(({ tag, about }) => [tag, about])),
  "Sign-in": "Accounts, and the tokens that open them.",
  People: "The calling user, and for admins all users.",
  "Saved views": "The filters, columns, sort and layout of a list under a name.",
  Tags: "Words of your own for postings, opportunities and contacts.",
  Events: "What happened to a posting or an opportunity, and when.",
  Statuses: "Your own statuses and stages: each counts by its kind, and postings keep its text.",
  Today: "What is to be done today, and your answers.",
  "Bulk changes": "Changes of many postings or opportunities at once, and their undo.",
  Trash: "What you deleted, for 30 days.",
  Capture: "A posting from its page, its address or a text.",
  Imports: "Spreadsheets: a dry run, corrections, writing and undo.",
  Reports: "The documented reports and the dashboard's figures.",
  Insights: "What the log of events teaches.",
  "Personal tokens": "Tokens for scripts, with scopes and an end.",
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
    ETag: {
      description: "Names this state; for If-None-Match and If-Match",
      schema: { type: "string" },
    },
    Link: {
      description: "The first page and the next one (RFC 8288), where pages were asked for",
      schema: { type: "string" },
    },
    RetryAfter: { description: "Seconds to wait", schema: { type: "integer" } },
  },
};
