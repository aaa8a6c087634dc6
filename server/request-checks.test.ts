import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bodyLimit } from "./body-limit.ts";
import { chain, type Middleware } from "./middleware.ts";
import { requestChecks } from "./request-checks.ts";

const passed: Middleware = (request, response) => {
  const { range, "accept-encoding": accepted } = request.headers;
  response.writeHead(200, { "x-passed": JSON.stringify({ range, accepted }) }).end();
};
const server = createServer(chain(requestChecks(false), bodyLimit, passed));
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => server.close().closeAllConnections());

/** Sends a request's head as it is; gives the status, the answer's text and what was passed on. */
async function send(start: string, ...headers: string[]) {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const usual = headers.some((line) => line.startsWith("host:")) ? [] : ["host: localhost"];
  const lines = [...usual, "connection: close", ...headers];
  socket.write(`${start} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  const text = Buffer.concat(await socket.toArray()).toString();
  const [, seen = "{}"] = /x-passed: (.*)\r/.exec(text) ?? [];
  return { status: Number(text.split(" ")[1]), text, seen: JSON.parse(seen) };
}

test.each([
  ["parameters without a value", "a&".repeat(200)],
  ["parameters with values", Array.from({ length: 201 }, (_, at) => `status=${at}`).join("&")],
  ["characters", `q=${"x".repeat(8_191)}`],
])("a query with too many %s is refused before a page sees it", async (_, query) => {
  const { status, text } = await send(`GET /login?${query}`);
  expect(status).toBe(414);
  expect(text).toContain("The query may have 200 parameters and 8192 characters.");
});

test("a query within the limits is passed on", async () => {
  for (const query of ["", "a&".repeat(199), `next=${"%2F".repeat(2_700)}`])
    expect((await send(`GET /login?${query}`)).status, query.slice(0, 20)).toBe(200);
});

test.each(["[", "a:99999", "1.2.3.4.5", "a/b", "a@b", "a?b", "", "a b"])(
  "a Host of %j is refused",
  async (host) => {
    expect((await send("GET /login", `host: ${host}`)).status).toBe(400);
  },
);

test.each(["localhost", "[::1]:3000", "jobs.example.org:443", "192.0.2.1", "my_box"])(
  "a Host of %j is passed on",
  async (host) => {
    expect((await send("GET /login", `host: ${host}`)).status).toBe(200);
  },
);

test("more cookies than a browser keeps are refused", async () => {
  const cookies = (count: number) =>
    `cookie: ${Array.from({ length: count }, (_, at) => `c${at}=x`).join("; ")}`;
  expect((await send("GET /login", cookies(200))).status).toBe(200);
  for (const count of [201, 1_500]) {
    const { status, text } = await send("GET /api/auth/session", cookies(count));
    expect(status).toBe(431);
    expect(text).toContain("More than 200 cookies were sent.");
  }
});

test.each([
  ["GET /_global-error", 404],
  ["GET /_not-found", 404],
  ["GET /a\\b", 404],
  ["GET //evil", 404],
  ["POST /_next/static/x.js", 405],
  ["DELETE /_next/x", 405],
  ["TRACE /login", 405],
])("%s is refused with %i and the headers of every answer", async (start, status) => {
  const answer = await send(start);
  expect(answer.status).toBe(status);
  for (const line of [
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    "x-frame-options: DENY",
    "x-content-type-options: nosniff",
    "permissions-policy: camera=()",
  ])
    expect(answer.text.toLowerCase()).toContain(line.toLowerCase());
});

test("a long Accept-Encoding is read as none", async () => {
  expect((await send("GET /login", "accept-encoding: gzip, br;q=0.9")).seen.accepted).toBe(
    "gzip, br;q=0.9",
  );
  const { status, seen } = await send("GET /login", `accept-encoding: br${" ".repeat(9_000)}x`);
  expect([status, seen.accepted]).toEqual([200, undefined]);
});

test("a file of the build is sent whole, whatever range is asked for", async () => {
  expect((await send("GET /_next/static/x.js", "range: bytes=9-")).seen.range).toBeUndefined();
  expect((await send("GET /other", "range: bytes=9-")).seen.range).toBe("bytes=9-");
});

test("a long body of a page is refused by its length, but for an upload", async () => {
  const length = "content-length: 1048577";
  expect((await send("POST /login", length)).status).toBe(413);
  expect((await send("POST /api/auth/callback/credentials", length)).status).toBe(413);
  expect((await send("POST /api/import_batch/upload?name=a.csv", length)).status).toBe(200);
});
