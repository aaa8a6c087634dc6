import fc from "fast-check";
import { bodyOf, type DescribedBody } from "./bodies.ts";
import { hostileText, type Json, valuesOf, weighted } from "./values.ts";

/** One operation as the description has it. */
export type DescribedOperation = {
  method: string;
  path: string;
  id: string;
  parameters: Json[];
  body?: DescribedBody;
  responses: Record<string, Json>;
};

export type FuzzRequest = {
  operation: DescribedOperation;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  token?: string;
};

const parts: Record<string, readonly string[]> = {
  id: [
    "0",
    "-1",
    "abc",
    "1.5",
    "1e3",
    "999999999999",
    "9".repeat(40),
    "%00",
    "%EF%BC%91",
    "%F0%9F%98%80",
    "__proto__",
    "null",
  ],
  kind: ["job_site", "job_posting", "email_opportunity", "contact", "user", "__proto__", "%00"],
  report_type: ["postingsAppliedSince", "perSite", "perWeek", "constructor", "%00", "nothing"],
  reference_date: [
    "2024-01-01",
    "2024-02-30",
    "0000-00-00",
    "9999-12-31",
    "0001-01-01",
    "%00",
    "now",
  ],
};

function pathOf({ path }: DescribedOperation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const values = names.map((name) => {
    const strange = fc.constantFrom(...(parts[name.endsWith("id") ? "id" : name] ?? ["x"]));
    if (!name.endsWith("id")) return strange;
    return fc.oneof(weighted(5, fc.integer({ min: 1, max: 70 }).map(String)), weighted(2, strange));
  });
  return fc.tuple(fc.tuple(...values), fc.boolean()).map(([chosen, slash]) => {
    const filled = names.reduce((so, name, at) => so.replace(`{${name}}`, chosen[at] ?? ""), path);
    return filled + (slash ? "/" : "");
  });
}

function queryOf({ parameters }: DescribedOperation, schemas: Record<string, Json>) {
  const queryParameters = parameters.filter((one) => one.in === "query");
  const names = [
    ...queryParameters.map(({ name }) => String(name)),
    "nothing",
    "__proto__",
    "limit",
    "cursor",
    "company_name__isnull",
  ];
  const pair = fc.constantFrom(...names).chain((name) => {
    const schema = queryParameters.find((one) => one.name === name)?.schema as Json | undefined;
    const value = fc.oneof(schema ? valuesOf(schema, schemas) : hostileText, hostileText);
    return value.map((one): [string, string] => [name, String(one)]);
  });
  const raw = fc.constantFrom(
    "",
    "",
    "&",
    "?",
    "%",
    "&%00=%00",
    "&limit=%ff",
    "&limit=1&limit=2",
    "&=",
    "&search=%ED%A0%80",
  );
  return fc
    .tuple(fc.array(pair, { maxLength: 3 }), raw)
    .map(([pairs, end]) => (pairs.length || end ? `?${new URLSearchParams(pairs)}${end}` : ""));
}

// What a header may hold; what it may not is tried against the server itself.
const headerText = fc
  .oneof(
    fc.constantFrom("", "*", '"x"', 'W/"x"', "é", "\t", ",", ";q=", "x".repeat(4_000)),
    fc.string({ maxLength: 60 }),
  )
  .map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "").trim());
const oddHeaders = fc.record(
  {
    accept: fc.oneof(
      fc.constantFrom(
        "application/json",
        "text/html",
        "*/*",
        "image/png",
        "application/*;q=0",
        ",,",
      ),
      headerText,
    ),
    "if-none-match": headerText,
    "if-match": headerText,
    "idempotency-key": headerText,
    "x-request-id": headerText,
    origin: fc.oneof(fc.constant("null"), headerText),
    cookie: headerText,
    "x-forwarded-for": headerText,
  },
  { requiredKeys: [] },
);

/** Requests for an operation. */
export function requestsFor(
  operation: DescribedOperation,
  schemas: Record<string, Json>,
  tokens: readonly string[],
) {
  const ownerToken = tokens[0] ?? "";
  const method = fc.oneof(
    weighted(20, fc.constant(operation.method)),
    weighted(1, fc.constantFrom("HEAD", "OPTIONS", "GET", "POST", "PUT", "PATCH", "DELETE")),
  );
  return fc
    .record({
      method,
      path: pathOf(operation),
      query: queryOf(operation, schemas),
      headers: fc.oneof(weighted(5, fc.constant({} as Json)), weighted(1, oddHeaders)),
      body: bodyOf(operation.body, schemas),
      token: fc.oneof(
        weighted(9, fc.constant(ownerToken)),
        weighted(2, fc.constantFrom(...tokens, "")),
      ),
    })
    .map(({ method, path, query, headers, body, token }): FuzzRequest => {
      const isBodyless = ["GET", "HEAD", "OPTIONS"].includes(method);
      const type: Record<string, string> = isBodyless ? {} : { "content-type": body.type };
      const bearer: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      return {
        operation,
        method,
        path: path + query,
        headers: { ...bearer, ...type, ...(headers as Record<string, string>) },
        ...(isBodyless ? {} : { body: body.sent }),
      };
    });
}
