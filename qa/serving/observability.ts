import { deepEqual, equal, match, ok } from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { newPerson, newSite, password, posting, send } from "./person.ts";
import { newDatabase, startServer } from "./server.ts";

type LogLine = Record<string, unknown>;
type Attribute = { key: string; value: Record<string, unknown> };
type Span = { traceId: string; name: string; attributes: Attribute[] };
type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

/** Checks logs, metrics and traces, and that no secret is in them. */
export async function checkObservability(): Promise<void> {
  const collector = await startCollector();
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
  const created = await send(address, "POST", "/api/job_posting/", sent, headers);
  equal(created.headers.get("x-request-id"), "the-one-we-look-for");
  const { id } = await created.json();
  await send(address, "GET", `/api/job_posting/${id}?search=whisper`, undefined, who);
  const page = await fetch(`${address}/login`);
  ok(page.headers.get("x-request-id"));
  // A request is counted once its response is sent.
  await page.text();

  const metricsText = await readMetrics(address, who);
  equal(await server.stop(), 0);
  collector.server.close();

  const lines = checkLog(server.output());
  for (const secret of [
    password,
    "seeds-and-soil",
    "4711",
    "whisper",
    who.authorization.slice(7),
    "$argon2",
  ]) {
    ok(!server.output().includes(secret), `the log holds ${secret}`);
  }
  const slow = lines.filter(({ event }) => event === "slow_query");
  ok(slow.some(({ statement }) => /insert into "job_posting".*\?/.test(String(statement))));
  match(
    metricsText,
    /foothold_requests_total\{method="POST",route="\/api\/job_posting",status="201"\} 1/,
  );
  match(
    metricsText,
    /foothold_request_seconds_bucket\{method="GET",route="\/login",le="\+Inf"\} 1/,
  );
  match(metricsText, /foothold_database_seconds_count [1-9]/);
  match(metricsText, /process_resident_memory_bytes \d{7,}/);
  checkSpans(collector.spans);
}

function checkLog(output: string): LogLine[] {
  const lines = output
    .trim()
    .split("\n")
    .map((line): LogLine => JSON.parse(line));
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

/** Reads /api/metrics, which only an admin's token with the scope `admin` may. */
async function readMetrics(address: string, who: object): Promise<string> {
  const token = async (scopes: string[]) => {
    const body = { name: scopes.join(" "), scopes };
    const created = await send(address, "POST", "/api/personal_token/", body, who);
    equal(created.status, 201, await created.clone().text());
    return { authorization: `Bearer ${(await created.json()).token}` };
  };
  const read = (headers = {}) => send(address, "GET", "/api/metrics", undefined, headers);
  equal((await read()).status, 401);
  equal((await read(await token(["read"]))).status, 403);
  const response = await read(await token(["admin", "read"]));
  equal(response.status, 200);
  match(response.headers.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/);
  return response.text();
}

/** Starts an OpenTelemetry collector that takes OTLP as JSON over HTTP. */
async function startCollector() {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const { resourceSpans } = (await json(request)) as Sent;
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
    "statements belong to the trace of their request",
  );
  ok(!JSON.stringify(spans).includes("seeds-and-soil"));
}
