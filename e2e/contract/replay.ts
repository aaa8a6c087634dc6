import { randomInt } from "node:crypto";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { headerDifferences, type WantedHeaders } from "./headers.ts";
import { differences } from "./match.ts";
import { fill, fillText, type Known } from "./template.ts";

type Wanted = { status: unknown; response_headers?: WantedHeaders; response_body: unknown };

/** One recorded request and what must answer it, in the format of the files beside this one. */
export type Exchange = Wanted & {
  id: string;
  method: string;
  path: string;
  headers?: Record<string, string>;
  auth?: null | string | { bearer?: unknown; raw?: unknown };
  body_type?: "json" | "raw" | "base64" | "form" | "multipart";
  body?: unknown;
  capture?: Record<string, string>;
  verdict: "keep" | "fix";
  expected_by_doc?: Wanted;
};

export type Server = { url: string; secret: string; admin: { username: string; password: string } };

type Got = { status: number; headers: IncomingHttpHeaders; body: unknown };

/** Replays a topic's exchanges in their order and gives one line for each difference. */
export async function replay(
  exchanges: readonly Exchange[],
  server: Server,
  overruled: Readonly<Record<string, Wanted>> = {},
): Promise<string[]> {
  const known: Known = new Map<string, string | number>([
    ["run", String(randomInt(10_000_000, 99_999_999))],
    ["admin.username", server.admin.username],
    ["admin.password", server.admin.password],
  ]);
  const lines: string[] = [];
  for (const exchange of exchanges) {
    const got = await send(exchange, server, known);
    for (const [name, path] of Object.entries(exchange.capture ?? {}))
      capture(name, path, got, known);
    const wanted =
      overruled[exchange.id] ??
      (exchange.verdict === "fix" ? exchange.expected_by_doc : undefined) ??
      exchange;
    lines.push(...compare(wanted, got, known).map((line) => `${exchange.id}: ${line}`));
  }
  return lines;
}

function compare(wanted: Wanted, got: Got, known: Known): string[] {
  const status = differences(wanted.status, got.status, known, "status");
  // What was created is given back, where the recorded system gave nothing.
  const created = got.status === 201 && isEmpty(wanted.response_body);
  if (status.length > 0 || created) return status;
  return [
    ...headerDifferences(wanted.response_headers, got.headers, known),
    ...differences(wanted.response_body, got.body, known),
  ];
}

const isEmpty = (body: unknown) =>
  typeof body === "object" && body !== null && "$type" in body && body.$type === "empty";

function capture(name: string, path: string, got: Got, known: Known): void {
  let value = got.body;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[key];
  if (typeof value === "string" || typeof value === "number") known.set(name, value);
}

function send(exchange: Exchange, { url, secret }: Server, known: Known): Promise<Got> {
  const { auth, method } = exchange;
  const made = (template: unknown) => fill(template, known, secret);
  const headers: OutgoingHttpHeaders = { ...exchange.headers };
  if (typeof auth === "string") headers.authorization = `Bearer ${known.get(`${auth}.access`)}`;
  else if (auth?.bearer !== undefined) headers.authorization = `Bearer ${made(auth.bearer)}`;
  else if (auth?.raw !== undefined) headers.authorization = String(made(auth.raw));
  const body = bodyOf(exchange, made);
  if (body !== undefined) headers["content-length"] = Buffer.byteLength(body);
  const { hostname, port } = new URL(url);
  const path = fillText(exchange.path, known);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers, timeout: 20_000 }, async (response) => {
      let text = "";
      for await (const part of response.setEncoding("utf8")) text += part;
      const json = /json/.test(response.headers["content-type"] ?? "") && text !== "";
      const got = json ? JSON.parse(text) : text || undefined;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: got });
    })
      .on("error", reject)
      .end(body);
  });
}

function bodyOf({ body, body_type }: Exchange, made: (template: unknown) => unknown) {
  const pairs = () => made(body) as [string, unknown][];
  switch (body_type) {
    case "json":
      return JSON.stringify(made(body));
    case "raw":
      return String(made(body));
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
