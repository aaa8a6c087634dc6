import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { inTurn, maxWaiting } from "./in-turn.ts";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const request = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;

/** A server whose responses are ended by the test, and a connection to it. */
async function open() {
  const begun: [string, ServerResponse][] = [];
  const server = createServer(inTurn(({ url = "" }, response) => begun.push([url, response])));
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  return { begun, socket, paths: () => begun.map(([path]) => path) };
}

test("a connection's requests are handled one after the other", async () => {
  const { begun, socket, paths } = await open();
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.write(request("/1") + request("/2") + request("/3"));
  await expect.poll(paths).toEqual(["/1"]);
  begun[0]?.[1].end("one");
  await expect.poll(paths).toEqual(["/1", "/2"]);
  begun[1]?.[1].end("two");
  await expect.poll(paths).toEqual(["/1", "/2", "/3"]);
  begun[2]?.[1].end("three");
  await expect.poll(() => text.match(/one|two|three/g)).toEqual(["one", "two", "three"]);
});

test("a connection that asks far ahead is closed, and nothing of it is begun", async () => {
  const { socket, paths } = await open();
  const closed = once(socket.resume(), "close");
  socket.on("error", () => {});
  socket.write(Array.from({ length: maxWaiting + 2 }, (_, at) => request(`/${at}`)).join(""));
  await closed;
  expect(paths()).toEqual(["/0"]);
});
