import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { compress, maxAtOnce } from "./compress.ts";
import { chain, type Middleware } from "./middleware.ts";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** The response to a request for what `answer` sends, with its bytes as they went over the line. */
async function ask(answer: Middleware, accepts?: string, method = "GET") {
  const server = createServer(chain(compress, answer)).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const headers = accepts === undefined ? {} : { "accept-encoding": accepts };
  const request = get({ port, host: "127.0.0.1", headers, method });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return response;
}

// As Next does behind each chunk of a page.
const flush = (response: ServerResponse) =>
  (response as ServerResponse & { flush: () => void }).flush();

const bytesOf = async (response: IncomingMessage) => Buffer.concat(await response.toArray());

const long = JSON.stringify(Array.from({ length: 400 }, (_, at) => ({ at, name: "Fern & Field" })));
const json: Middleware = (_request, response) => {
  response.setHeader("content-type", "application/json");
  response.setHeader("etag", '"one"');
  response.setHeader("vary", "Cookie");
  response.end(long);
};

test("uses brotli where the client accepts it, else gzip, else nothing", async () => {
  const br = await ask(json, "gzip, deflate, br, zstd");
  expect(br.headers).toMatchObject({
    "content-encoding": "br",
    etag: '"one"',
    vary: "Cookie, Accept-Encoding",
  });
  expect(brotliDecompressSync(await bytesOf(br)).toString()).toBe(long);
  const gzip = await ask(json, "br;q=0, gzip;q=0.5");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(long);
  for (const accepts of ["identity", undefined, "gzip;q=0"]) {
    const plain = await ask(json, accepts);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers.vary).toBe("Cookie, Accept-Encoding");
    expect((await bytesOf(plain)).toString()).toBe(long);
  }
});

test.each([
  ["short", 200, { "content-type": "application/json", "content-length": "3" }, "[1]"],
  ["no text", 200, { "content-type": "font/woff2" }, long],
  ["compressed already", 200, { "content-type": "text/css", "content-encoding": "zstd" }, long],
  ["a part", 206, { "content-type": "text/css", "content-range": "bytes 0-1/2" }, long],
  ["not to be changed", 200, { "content-type": "text/css", "cache-control": "no-transform" }, long],
])("does not compress what is %s", async (_what, status, headers, body) => {
  const response = await ask((_request, res) => {
    res.statusCode = status;
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    res.write(body);
    res.end();
  }, "br");
  expect(response.headers["content-encoding"]).toBe(
    (headers as Record<string, string>)["content-encoding"],
  );
  expect((await bytesOf(response)).toString()).toBe(body);
});

test("responses without a body stay empty", async () => {
  const known = await ask((_request, response) => {
    response.statusCode = 304;
    response.setHeader("etag", '"one"');
    response.end();
  }, "br");
  expect([known.statusCode, known.headers["content-encoding"]]).toEqual([304, undefined]);
  expect(await bytesOf(known)).toHaveLength(0);
  const head = await ask(json, "br", "HEAD");
  expect(head.headers["content-encoding"]).toBeUndefined();
});

test("streamed responses are flushed as they come", async () => {
  let more: (() => void) | undefined;
  const response = await ask((_request, res) => {
    res.setHeader("content-type", "text/html");
    res.flushHeaders();
    res.write("<p>first</p>");
    flush(res);
    more = () => res.end("<p>last</p>");
  }, "br");
  expect(response.headers["content-encoding"]).toBe("br");
  const text = response.pipe(createBrotliDecompress()).setEncoding("utf8");
  expect((await once(text, "data"))[0]).toBe("<p>first</p>");
  more?.();
  expect((await once(text, "data"))[0]).toBe("<p>last</p>");
});

test("beyond so many at once answers are sent as they are", async () => {
  const ends: (() => void)[] = [];
  const begin: Middleware = (_request, res) => {
    res.setHeader("content-type", "text/html");
    res.write("<p>first</p>");
    flush(res);
    ends.push(() => res.end());
  };
  for (let n = 0; n < maxAtOnce; n += 1) (await ask(begin, "br")).resume();
  expect((await ask(json, "br")).headers["content-encoding"]).toBeUndefined();
  for (const end of ends) end();
  await expect.poll(async () => (await ask(json, "br")).headers["content-encoding"]).toBe("br");
});

test("long streams arrive whole, with backpressure", async () => {
  const chunks = Array.from({ length: 200 }, (_, at) => `${at} ${Math.random()}`.repeat(600));
  const response = await ask(async (_request, res) => {
    res.setHeader("content-type", "text/csv");
    await pipeline(Readable.from(chunks), res);
  }, "br");
  expect(brotliDecompressSync(await bytesOf(response)).toString()).toBe(chunks.join(""));
});

test("a client that disconnects midway affects nobody else", async () => {
  const gone = Promise.withResolvers<void>();
  const response = await ask((_request, res) => {
    res.setHeader("content-type", "text/html");
    res.write("<p>first</p>");
    flush(res);
    res.once("close", () => {
      res.write("<p>more</p>");
      res.end();
      gone.resolve();
    });
  }, "br");
  response.destroy();
  await gone.promise;
});
