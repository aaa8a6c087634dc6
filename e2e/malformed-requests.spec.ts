import { connect } from "node:net";
import { withBase } from "../lib/base-path.ts";
import { expect, test } from "./fixtures.ts";

/** Sends raw bytes and closes the connection; resolves to the status code, if there was a response. */
function sendRaw(port: number, bytes: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let response = "";
    const status = () => {
      const [, code] = /^HTTP\/1\.1 (\d{3})/.exec(response) ?? [];
      socket.destroy();
      resolve(code ? Number(code) : undefined);
    };
    const socket = connect(port, "127.0.0.1", () => socket.end(bytes, "latin1"));
    socket.on("data", (part) => {
      response += part.toString("latin1");
    });
    socket.on("close", status).on("error", status).setTimeout(10_000, status);
  });
}

const paths = [
  "/api/%",
  "/api/%00",
  "/api/%ff%fe",
  "/api/job_posting/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "/api/job_posting/..%5c..%5c",
  "/api/job_posting/%ED%A0%80",
  "/api/../../etc/passwd",
  "//api//job_posting//",
  "/api/job_posting/1;a=b",
  "/api/job_posting/1%2F2",
  "/api/job_posting/?limit=%",
  "/api/job_posting/?%00=%ff&&&=&a=%ZZ",
  `/api/job_posting/${"9".repeat(2_000)}`,
  `/api/job_posting/?search=${"x".repeat(10_000)}`,
  "/api/report/perSite/%0a",
  "/api/trash/%5f%5fproto%5f%5f/1",
  "http://elsewhere.example/api/me/",
  "*",
  "api/me",
  "/api/docs/%00",
  "/api/openapi.json/",
];

const headers = [
  "authorization: Bearer ",
  "authorization: Bearer \xff\xfe",
  "authorization: Bearer a\r\nauthorization: Bearer b",
  `authorization: Bearer ${"x".repeat(12_000)}`,
  `x-long: ${"y".repeat(40_000)}`,
  "content-length: -1",
  "content-length: 5\r\ncontent-length: 6",
  "transfer-encoding: chunked\r\ncontent-length: 3",
  "transfer-encoding: nonsense",
  "accept: \x00",
  "accept: \xe9\xe9;q=\xff",
  "cookie: next-auth.session-token=%00%ff; next-auth.session-token=a.b.c.d.e",
  "host: ",
  "host: elsewhere.example",
  "origin: null",
  'if-none-match: "\xff"',
  "idempotency-key: \xff",
  "x-forwarded-host: elsewhere.example\r\nx-forwarded-proto: gopher",
  "expect: 100-continue",
  "no colon here",
  "next-action: x",
  "rsc: 1",
  "x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy",
];

const bodies = [
  ["content-type: application/json\r\ncontent-length: 100", '{"username":"a'],
  ["content-type: application/json\r\ncontent-length: 4", "\xff\xfe\xfd\xfc"],
  ["content-type: application/json\r\ncontent-length: 2", '{}{"a":1}'],
  ["content-type: application/json\r\ntransfer-encoding: chunked", '5\r\n{"a":'],
  ["content-type: application/json\r\ntransfer-encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"],
  ["content-type: application/json\r\ncontent-length: 99999999999", "{}"],
  [
    "content-type: multipart/form-data; boundary=x\r\ncontent-length: 30",
    "--x\r\ncontent-disposition: fo",
  ],
  ["content-type: multipart/form-data; boundary=\r\ncontent-length: 4", "----"],
  ["content-encoding: gzip\r\ncontent-type: application/json\r\ncontent-length: 4", "nope"],
] as const;

const methods = [
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "BREW",
  "get",
];

test("malformed paths, headers and bodies cause no server error", async ({ baseURL, request }) => {
  const port = Number(new URL(baseURL ?? "").port);
  const usual = "host: localhost\r\nconnection: close";
  const lines = [
    ...methods.flatMap((method) =>
      paths.map((path) => `${method} ${withBase(path)} HTTP/1.1\r\n${usual}\r\n\r\n`),
    ),
    ...[
      ["GET", "/api/me/"],
      ["POST", "/api/token/"],
      ["POST", "/api/job_site/"],
    ].flatMap(([method, path = ""]) =>
      headers.map(
        (header) => `${method} ${withBase(path)} HTTP/1.1\r\n${usual}\r\n${header}\r\n\r\n`,
      ),
    ),
    ...["/api/token/", "/api/auth/register/", "/api/job_site/", "/login"].flatMap((path) =>
      bodies.map(
        ([types, body]) => `POST ${withBase(path)} HTTP/1.1\r\n${usual}\r\n${types}\r\n\r\n${body}`,
      ),
    ),
    "\r\n\r\n",
    "GET",
    "GET / HTTP/9.9\r\n\r\n",
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  ];
  const broken: string[] = [];
  for (let at = 0; at < lines.length; at += 8) {
    const some = lines.slice(at, at + 8);
    const statuses = await Promise.all(some.map((line) => sendRaw(port, line)));
    statuses.forEach((status, i) => {
      // Node responds with 501 to an unknown method or transfer encoding.
      if (status && status >= 500 && status !== 501)
        broken.push(`${status}: ${some[i]?.slice(0, 200)}`);
    });
  }
  expect(broken).toEqual([]);
  expect((await request.get("/api/openapi.json")).status()).toBe(200);
});
