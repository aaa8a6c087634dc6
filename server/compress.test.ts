import { once } from "node:events";
import { createServer, get, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { compressed } from "./compress.ts";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Asks a server with this handler, and gives the answer with its bytes as they were sent. */
async function ask(handle: RequestListener, accepts?: string, method = "GET") {
  const server = createServer(compressed(handle)).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const headers = accepts === undefined ? {} : { "accept-encoding": accepts };
  const request = get({ port, host: "127.0.0.1", headers, method });
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  return answer;
}

async function bytes(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  return Buffer.concat(parts);
}

const long = JSON.stringify(Array.from({ length: 400 }, (_, at) => ({ at, name: "Fern & Field" })));
const json: RequestListener = (_request, response) => {
  response.setHeader("content-type", "application/json");
  response.setHeader("etag", '"one"');
  response.setHeader("vary", "Cookie");
  response.end(long);
};

test("takes brotli where the client does, else gzip, else nothing", async () => {
  const br = await ask(json, "gzip, deflate, br, zstd");
  expect(br.headers).toMatchObject({
    "content-encoding": "br",
    etag: '"one"',
    vary: "Cookie, Accept-Encoding",
  });
  expect(brotliDecompressSync(await bytes(br)).toString()).toBe(long);
  const gzip = await ask(json, "br;q=0, gzip;q=0.5");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(await bytes(gzip)).toString()).toBe(long);
  for (const accepts of ["identity", undefined, "gzip;q=0"]) {
    const plain = await ask(json, accepts);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers.vary).toBe("Cookie, Accept-Encoding");
    expect((await bytes(plain)).toString()).toBe(long);
  }
});

test.each([
  ["short", 200, { "content-type": "application/json" }, "[1]"],
  ["no text", 200, { "content-type": "font/woff2" }, long],
  ["compressed already", 200, { "content-type": "text/css", "content-encoding": "zstd" }, long],
  ["a part", 206, { "content-type": "text/css", "content-range": "bytes 0-1/2" }, long],
  ["not to be changed", 200, { "content-type": "text/css", "cache-control": "no-transform" }, long],
])("leaves alone what is %s", async (_what, status, headers, body) => {
  const answer = await ask((_request, response) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.write(body);
    response.end();
  }, "br");
  expect(answer.headers["content-encoding"]).toBe(
    (headers as Record<string, string>)["content-encoding"],
  );
  expect((await bytes(answer)).toString()).toBe(body);
});

test("answers without a body stay without one", async () => {
  const known = await ask((_request, response) => {
    response.statusCode = 304;
    response.setHeader("etag", '"one"');
    response.end();
  }, "br");
  expect([known.statusCode, known.headers["content-encoding"]]).toEqual([304, undefined]);
  expect(await bytes(known)).toHaveLength(0);
  const head = await ask(json, "br", "HEAD");
  expect(head.headers["content-encoding"]).toBeUndefined();
});

test("what is streamed goes out as it comes", async () => {
  let more: (() => void) | undefined;
  const answer = await ask((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.flushHeaders();
    response.write("<p>first</p>");
    more = () => response.end("<p>last</p>");
  }, "br");
  expect(answer.headers["content-encoding"]).toBe("br");
  const text = answer.pipe(createBrotliDecompress()).setEncoding("utf8");
  expect((await once(text, "data"))[0]).toBe("<p>first</p>");
  more?.();
  expect((await once(text, "data"))[0]).toBe("<p>last</p>");
});

test("long streams wait for a slow client, and arrive whole", async () => {
  const pieces = Array.from({ length: 200 }, (_, at) => `${at} ${Math.random()}`.repeat(600));
  const answer = await ask(async (_request, response) => {
    response.setHeader("content-type", "text/csv");
    for (const piece of pieces) if (!response.write(piece)) await once(response, "drain");
    response.end();
  }, "br");
  expect(brotliDecompressSync(await bytes(answer)).toString()).toBe(pieces.join(""));
});

test("a client that goes away in the middle harms nobody", async () => {
  const gone = Promise.withResolvers<void>();
  const answer = await ask((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.write("<p>first</p>");
    response.once("close", () => {
      response.write("<p>more</p>");
      response.end();
      gone.resolve();
    });
  }, "br");
  answer.destroy();
  await gone.promise;
});
