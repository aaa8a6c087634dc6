import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { closeLingering } from "./lingering-close.ts";

const long = "a".repeat(8_000_000);

test("a client that is still sending gets the answer to a request that is refused", async () => {
  const server = createServer((_request, response) => {
    response.writeHead(413, { connection: "close" }).end("too long");
  });
  closeLingering(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  for (let n = 0; n < 20; n += 1) {
    const client = connect(port, "127.0.0.1").setEncoding("utf8");
    let text = "";
    client.on("data", (chunk) => {
      text += chunk;
    });
    client.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${long.length}\r\n\r\n${long}`);
    const closed = once(client, "close");
    client.once("error", () => {});
    await closed;
    expect(text).toMatch(/^HTTP\/1\.1 413 .*too long/s);
  }
  server.close();
});
