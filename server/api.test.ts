import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { routerOf } from "../lib/http/endpoint.ts";
import { type Operation, operation } from "../lib/http/operation.ts";
import { api } from "./api.ts";
import { compress } from "./compress.ts";
import { chain, type Middleware } from "./middleware.ts";

const huge = Array.from({ length: 64 }, () => Buffer.alloc(1_000_000));
const long = Array.from({ length: 300 }, (_, at) => Buffer.alloc(10_000, 97 + (at % 26)));
const common = {
  tag: "Echo",
  summary: "Echoes",
  access: "anyone-unauthenticated",
  responses: {},
} as const;
const path = "/api/echo/{kind}/{id}/";
const ended = Promise.withResolvers<void>();
const operations: Operation[] = [
  operation({
    ...common,
    id: "read_echo",
    method: "GET",
    path,
    params: z.object({ kind: z.string(), id: z.string() }),
    run: async ({ params, request, url }) => {
      if (params.kind === "huge") return { status: 200, json: huge, etag: '"huge"' };
      if (params.kind === "slow") await once(request.signal, "abort").then(() => ended.resolve());
      if (params.kind === "long") return { status: 200, json: long, etag: '"long"' };
      const from = request.headers.get("x-foothold-test");
      return { status: 200, body: { ...params, from, query: url.searchParams.get("q") } };
    },
  }),
  operation({
    ...common,
    id: "write_echo",
    method: "POST",
    path,
    body: () => z.looseObject({ text: z.string() }),
    run: async ({ read }) => ({ status: 201, body: { size: (await read()).text.length } }),
  }),
];

const next: Middleware = (_request, response) => response.writeHead(418).end("left");
const server = createServer(chain(compress, api(routerOf(operations)), next));
let address = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close().closeAllConnections());

const json = { "content-type": "application/json" };

test("answers with the path's parts, the query, the headers, and the security headers", async () => {
  const headers = { "x-foothold-test": "a, b" };
  const answer = await fetch(`${address}/api/echo/sh%6Frt/12/?q=a%20b`, { headers });
  expect(await answer.json()).toEqual({ kind: "short", id: "12", from: "a, b", query: "a b" });
  expect(answer.headers.get("x-frame-options")).toBe("DENY");
  expect(answer.headers.get("etag")).toMatch(/^"/);
});

test("sends the length of a whole body in bytes", async () => {
  const plain = { "accept-encoding": "identity" };
  const short = await fetch(`${address}/api/echo/%C3%A9/1`, { headers: plain });
  const bytes = Buffer.from(await short.arrayBuffer()).length;
  expect(short.headers.get("content-length")).toBe(String(bytes));
  const whole = await fetch(`${address}/api/echo/long/1`, { headers: plain });
  expect(whole.headers.get("content-length")).toBe("3000000");
});

test("sends a long body whole, and none for HEAD or 304", async () => {
  const whole = await fetch(`${address}/api/echo/long/1`);
  expect(Buffer.from(await whole.arrayBuffer()).equals(Buffer.concat(long))).toBe(true);
  const head = await fetch(`${address}/api/echo/long/1`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  const known = await fetch(`${address}/api/echo/long/1`, {
    headers: { "if-none-match": '"long"' },
  });
  expect([known.status, await known.text()]).toEqual([304, ""]);
});

test("survives a client that disconnects during a response", async () => {
  const leaving = new AbortController();
  const answer = await fetch(`${address}/api/echo/long/1`, { signal: leaving.signal });
  await answer.body?.getReader().read();
  leaving.abort();
  expect((await fetch(`${address}/api/echo/short/1`)).status).toBe(200);
});

test("tells an operation that its client has gone", async () => {
  const leaving = new AbortController();
  const answer = fetch(`${address}/api/echo/slow/1`, { signal: leaving.signal });
  setTimeout(() => leaving.abort(), 20);
  await expect(answer).rejects.toThrow();
  await ended.promise;
});

test("refuses a long answer while many wait for clients that do not read", async () => {
  const { port } = server.address() as AddressInfo;
  const unread = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
  for (const socket of unread) {
    socket.write("GET /api/echo/huge/1 HTTP/1.1\r\nhost: localhost\r\n\r\n");
    // Its answer has begun; nothing takes it out of the socket, so little of it is read.
    await once(socket, "readable");
  }
  const status = async () => {
    const answer = await fetch(`${address}/api/echo/huge/1`);
    await answer.body?.cancel();
    return answer.status;
  };
  await expect.poll(status).toBe(503);
  expect((await fetch(`${address}/api/echo/short/1`)).status).toBe(200);
  for (const socket of unread) socket.destroy();
  await expect.poll(status).toBe(200);
});

test("reads a body in one chunk or many, and refuses one that is too large or malformed", async () => {
  const post = (body: BodyInit) =>
    fetch(`${address}/api/echo/short/1`, {
      method: "POST",
      headers: json,
      body,
      duplex: "half",
    } as RequestInit);
  const inChunks = (text: string) =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < text.length; at += 50_000)
          controller.enqueue(new TextEncoder().encode(text.slice(at, at + 50_000)));
        controller.close();
      },
    });
  const text = JSON.stringify({ text: "x".repeat(200_000) });
  for (const body of [text, inChunks(text)]) {
    expect(await (await post(body)).json()).toEqual({ size: 200_000 });
  }
  const large = JSON.stringify({ text: "x".repeat(1_200_000) });
  for (const body of [large, inChunks(large)]) expect((await post(body)).status).toBe(413);
  expect((await post("{")).status).toBe(400);
});

test("passes paths outside the API to the next middleware", async () => {
  for (const other of ["/api/nothing", "/api/%65cho/short/1", "/login"]) {
    expect((await fetch(address + other)).status).toBe(418);
  }
  const other = await fetch(`${address}/api/echo/short/1`, { method: "DELETE" });
  expect([other.status, other.headers.get("allow")]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
});
