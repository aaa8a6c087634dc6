import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { memoryMb } from "../../serving/server.ts";
import { Client, latencies, medianMs } from "../client.ts";
import type { Fault } from "../fault.ts";
import { scratchFolder, start } from "../server.ts";

export const fault: Fault = {
  description:
    "thousands of idle connections: other requests are served, and the memory is given back",
  run: async ({ connections = 10_000 }) => {
    const server = await start({ folder: scratchFolder() });
    const client = await new Client(server.address).register();
    await latencies(client, 100);
    const beforeMb = memoryMb(server.process.pid);
    const sockets: Socket[] = [];
    const connectErrors: string[] = [];
    for (let n = 0; n < connections; n += 200) {
      await Promise.all(
        Array.from({ length: Math.min(200, connections - n) }, () =>
          openConnection(server.port).then(
            (socket) => sockets.push(socket),
            (error) => connectErrors.push(String(error)),
          ),
        ),
      );
    }
    const heldMb = memoryMb(server.process.pid);
    const during = await latencies(client, 60);
    for (const socket of sockets) socket.destroy();
    await setTimeout(3_000);
    const after = await latencies(client, 60);
    const afterMb = memoryMb(server.process.pid);
    const figures = {
      "connections opened": sockets.length,
      "memory before / with them / after": `${beforeMb} / ${heldMb} / ${afterMb} MB`,
      "a request meanwhile, median": `${medianMs(during)} ms`,
    };
    await server.stop();
    const isLimited = connectErrors.some((error) => /EMFILE/.test(error));
    const requestErrors = [...during, ...after].flatMap(({ error }) => (error ? [error] : []));
    return {
      figures,
      failures: isLimited ? requestErrors : [...new Set(connectErrors), ...requestErrors],
      ...(isLimited
        ? { skipped: "this account may open too few files: ulimit -n 25000, then again" }
        : {}),
    };
  },
};

function openConnection(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.removeListener("error", reject).on("error", () => {});
      resolve(socket);
    });
    socket.on("error", reject);
  });
}
