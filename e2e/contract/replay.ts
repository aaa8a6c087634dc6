import { randomInt } from "node:crypto";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";
import { differences, type ExpectedHeaders, headerDifferences } from "./match.ts";
import { interpolate, render, type Variables } from "./template.ts";

type Expected = { status: unknown; response_headers?: ExpectedHeaders; response_body: unknown };

/** A recorded request and its expected response, in the format of the JSON files in this folder. */
export type Exchange = Expected & {
  id: string;
  method: string;
  path: string;
  headers?: Record<string, string>;
  auth?: null | string | { bearer?: unknown; raw?: unknown };
  body_type?: "json" | "raw" | "base64" | "form" | "multipart";
  body?: unknown;
  capture?: Record<string, string>;
  verdict: "keep" | "fix";
  expected_by_doc?: Expected;
};

export type Server = { url: string; secret: string; admin: { username: string; password: string } };

type ActualResponse = { status: number; headers: IncomingHttpHeaders; body: unknown };

/** Replays the exchanges of one file in order, and returns one line for each difference. */
export async function replay(
  exchanges: readonly Exchange[],
  server: Server,
  overrides: Readonly<Record<string, Expected>> = {},
): Promise<string[]> {
  const variables: Variables = new Map<string, string | number>([
    ["run", String(randomInt(10_000_000, 99_999_999))],
    ["admin.username", server.admin.username],
    ["admin.password", server.admin.password],
  ]);
  const lines: string[] = [];
  for (const exchange of exchanges) {
    const actual = await send(exchange, server, variables);
    for (const [name, path] of Object.entries(exchange.capture ?? {}))
      capture(name, path, actual, variables);
    const expected =
      overrides[exchange.id] ??
      (exchange.verdict === "fix" ? exchange.expected_by_doc : undefined) ??
      exchange;
    lines.push(...compare(expected, actual, variables).map((line) => `${exchange.id}: ${line}`));
  }
  return lines;
}

function compare(expected: Expected, actual: ActualResponse, variables: Variables): string[] {
  const status = differences(expected.status, actual.status, variables, "status");
  // This API returns the created row, where the recorded system returned no body.
  const created = actual.status === 201 && isEmpty(expected.response_body);
  if (status.length > 0 || created) return status;
  return [
    ...headerDifferences(expected.response_headers, actual.headers, variables),
    ...differences(expected.response_body, actual.body, variables),
  ];
}

const isEmpty = (body: unknown) =>
  typeof body === "object" && body !== null && "$type" in body && body.$type === "empty";

function capture(name: string, path: string, actual: ActualResponse, variables: Variables): void {
  let value = actual.body;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[key];
  if (typeof value === "string" || typeof value === "number") variables.set(name, value);
}

function send(
  exchange: Exchange,
  { url, secret }: Server,
  variables: Variables,
): Promise<ActualResponse> {
  const { auth, method } = exchange;
  const value = (template: unknown) => render(template, variables, secret);
  const headers: OutgoingHttpHeaders = { ...exchange.headers };
  if (typeof auth === "string") headers.authorization = `Bearer ${variables.get(`${auth}.access`)}`;
  else if (auth?.bearer !== undefined) headers.authorization = `Bearer ${value(auth.bearer)}`;
  else if (auth?.raw !== undefined) headers.authorization = String(value(auth.raw));
  const body = bodyOf(exchange, value);
  if (body !== undefined) headers["content-length"] = Buffer.byteLength(body);
  const { hostname, port, pathname } = new URL(url);
  const path = pathname.replace(/\/$/, "") + interpolate(exchange.path, variables);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers, timeout: 20_000 }, async (response) => {
      const received = await text(response);
      const json = /json/.test(response.headers["content-type"] ?? "") && received !== "";
      const actual = json ? JSON.parse(received) : received || undefined;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: actual });
    })
      .on("error", reject)
      .end(body);
  });
}

function bodyOf({ body, body_type }: Exchange, value: (template: unknown) => unknown) {
  const pairs = () => value(body) as [string, unknown][];
  switch (body_type) {
    case "json":
      return JSON.stringify(value(body));
    case "raw":
      return String(value(body));
    case "base64":
      return Buffer.from(String(body), "base64");
    case "form":
      return new URLSearchParams(pairs().map(([name, value]) => [name, String(value)])).toString();
    case "multipart":
      return `${pairs()
        .map(
          ([name, value]) =>
            `--goldenboundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
        .join("")}--goldenboundary--\r\n`;
    default:
      return undefined;
  }
}
