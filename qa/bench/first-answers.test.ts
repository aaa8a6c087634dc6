import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { loadAfterWrites, writer } from "./first-answers.ts";

const server = createServer();
afterEach(() => server.close());

async function serverWith(handle: RequestListener) {
  server.removeAllListeners("request").on("request", handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, cpuMs: () => Number.NaN, write: writer(`${address}/one`) };
}

test("each answer follows a write that changed something", async () => {
  const requests: string[] = [];
  const target = await serverWith(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push(`${request.method} ${request.url}${body}`);
    response.end();
  });
  await loadAfterWrites({ server: target, path: "/list" }, 2);
  const read = "GET /list";
  const writes = ["$1", "$2"].map((pay) => `PATCH /one${JSON.stringify({ pay_range: pay })}`);
  expect(requests).toEqual([writes[0], read, writes[1], read]);
});

test("a write or an answer that fails ends the measurement", async () => {
  const target = await serverWith((request, response) => {
    response.writeHead(request.method === "PATCH" ? 204 : 404).end();
  });
  await expect(loadAfterWrites({ server: target, path: "/list" }, 1)).rejects.toThrow("404");
});
