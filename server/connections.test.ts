import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { limitConnections } from "./connections.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

// More than the system's own buffers take.
const long = Buffer.alloc(64_000_000);
const request = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

/** A server with short limits, a client that has sent `bytes`, and how many connections the server has. */
async function open(limits: { stalledMs: number; unreadMs: number }, handle: RequestListener) {
  const server = createServer(handle);
  servers.push(server);
  limitConnections(server, { ...limits, checkMs: 20 });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  client.on("error", () => {});
  await once(server, "connection");
  const count = () =>
    new Promise<number>((resolve) => server.getConnections((_, open) => resolve(open)));
  return { client, count };
}

test("an answer that nobody reads is dropped with its connection", async () => {
  const limits = { stalledMs: 150, unreadMs: 60_000 };
  const { client, count } = await open(limits, (_request, response) => response.end(long));
  client.pause().write(request);
  await setTimeout(50);
  expect(await count()).toBe(1);
  await expect.poll(count, { timeout: 3_000 }).toBe(0);
});

test("an answer that is read very slowly is dropped too", async () => {
  const limits = { stalledMs: 60_000, unreadMs: 400 };
  const { client, count } = await open(limits, (_request, response) => response.end(long));
  client.pause().write(request);
  const sip = setInterval(() => client.read(1_000), 20);
  await expect.poll(count, { timeout: 3_000 }).toBe(0);
  clearInterval(sip);
});

test("a silent connection is closed", async () => {
  const { client } = await open({ stalledMs: 100, unreadMs: 60_000 }, () => {});
  await once(client.resume(), "close");
});

test("a handler that takes long keeps its connection", async () => {
  const { client } = await open({ stalledMs: 50, unreadMs: 50 }, async (_request, response) => {
    await setTimeout(400);
    response.end("done");
  });
  client.write(request);
  const [chunk] = await once(client, "data");
  expect(String(chunk)).toContain("done");
  client.destroy();
});
