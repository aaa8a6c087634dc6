import { deepEqual, equal, match, ok } from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { newPerson, newSite, password, posting, send } from "./person.ts";
import { newDatabase, startServer } from "./server.ts";

type Line = Record<string, unknown>;
type Attribute = { key: string; value: Record<string, unknown> };
type Span = { traceId: string; name: string; attributes: Attribute[] };

/** What a server says of itself: its log, its figures, its traces; and what it keeps to itself. */
export async function checkSeeing(): Promise<void> {
  const collector = await collect();
  const server = await startServer("standalone", {
    DATABASE_URL: newDatabase(),
    LOG_LEVEL: "debug",
    SLOW_QUERY_MS: "0",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
  });
  const { address } = server;
  const who = await newPerson(address, "robin");
  const site = await newSite(address, who);
  const headers = { ...who, "x-request-id": "the-one-we-look-for" };
  const sent = { ...posting(site, 4_711), posting_password: "seeds-and-soil" };
  const made = await send(address, "POST", "/api/job_posting/", sent, headers);
  equal(made.headers.get("x-request-id"), "the-one-we-look-for");
  const { id } = await made.json();
  await send(address, "GET", `/api/job_posting/${id}?search=whisper`, undefined, who);
  ok((await fetch(`${address}/login`)).headers.get("x-request-id"));

  const figures = await metrics(address, who);
  equal(await server.stop(), 0);
  collector.server.close();

  const lines = checkLog(server.said());
  for (const secret of [
    password,
    "seeds-and-soil",
    "4711",
    "whisper",
    who.authorization.slice(7),
    "$argon2",
  ]) {
    ok(!server.said().includes(secret), `the log holds ${secret}`);
  }
  const slow = lines.filter(({ event }) => event === "slow_query");
  ok(slow.some(({ statement }) => /insert into "job_posting".*\?/.test(String(statement))));
  match(
    figures,
    /foothold_requests_total\{method="POST",route="\/api\/job_posting",status="201"\} 1/,
  );
  match(figures, /foothold_request_seconds_bucket\{method="GET",route="\/login",le="\+Inf"\} 1/);
  match(figures, /foothold_database_seconds_count [1-9]/);
  match(figures, /process_resident_memory_bytes \d{7,}/);
  checkSpans(collector.spans);
}

function checkLog(said: string): Line[] {
  const lines = said
    .trim()
    .split("\n")
    .map((line): Line => JSON.parse(line));
  const one = lines.find(({ id }) => id === "the-one-we-look-for");
  ok(one);
  const request = lines.find(
    ({ id, event }) => event === "request" && id === "the-one-we-look-for",
  );
  const { method, route, status, user_id, level } = request ?? {};
  deepEqual(
    { method, route, status, user_id, level },
    { method: "POST", route: "/api/job_posting", status: 201, user_id: 1, level: "info" },
  );
  ok(Number(request?.ms) >= Number(request?.database_ms));
  ok(lines.some(({ route: each }) => each === "/api/job_posting/[id]"));
  return lines;
}

/** The figures, which only an admin's token with the scope for it gets. */
async function metrics(address: string, who: object): Promise<string> {
  const token = async (scopes: string[]) => {
    const body = { name: scopes.join(" "), scopes };
    const made = await send(address, "POST", "/api/personal_token/", body, who);
    equal(made.status, 201, await made.clone().text());
    return { authorization: `Bearer ${(await made.json()).token}` };
  };
  const ask = (headers = {}) => send(address, "GET", "/api/metrics", undefined, headers);
  equal((await ask()).status, 401);
  equal((await ask(await token(["read"]))).status, 403);
  const answer = await ask(await token(["admin", "read"]));
  equal(answer.status, 200);
  match(answer.headers.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/);
  return answer.text();
}

/** A collector that takes OTLP as JSON over HTTP. */
async function collect() {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { resourceSpans } = JSON.parse(Buffer.concat(parts).toString());
    for (const { scopeSpans } of resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    response.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, spans, address: `http://127.0.0.1:${port}` };
}

function checkSpans(spans: Span[]): void {
  const value = (span: Span, key: string) =>
    span.attributes.find((each) => each.key === key)?.value.stringValue;
  const request = spans.find((span) => value(span, "http.route") === "/api/job_posting/[id]");
  ok(request, `no span of a request among ${spans.map(({ name }) => name)}`);
  const statements = spans.filter((span) => value(span, "db.query.text") !== undefined);
  ok(
    statements.some(({ traceId }) => traceId === request.traceId),
    "its statements are its own",
  );
  ok(!JSON.stringify(spans).includes("seeds-and-soil"));
}
