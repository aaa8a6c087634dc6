import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Network } from "./network.ts";

/** A site of the tests on this machine, which counts who connects. */
export type TestSite = { port: number; connections: () => number; server: Server };

export async function startSite(host: string, answer: RequestListener): Promise<TestSite> {
  const server = createServer(answer);
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((ready) => server.listen(0, host, ready));
  return { port: (server.address() as AddressInfo).port, connections: () => connections, server };
}

/** The address that the tests take for a public one; all others of this machine are private. */
export const publicAddress = "127.0.0.2";

/** A network whose names lead where the test says, with every answer the next of a list; the last one stays. */
export function testNetwork(names: Record<string, string[]>): Network & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    isPublic: (address) => address === publicAddress,
    async resolve(name) {
      asked.push(name);
      const answers = names[name];
      const address = answers && answers.length > 1 ? answers.shift() : answers?.[0];
      if (!address) throw new Error("ENOTFOUND");
      return address
        .split(",")
        .map((each) => ({ address: each, family: each.includes(":") ? 6 : 4 }));
    },
  };
}
