import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { latencies } from "../latency.ts";
import { scratch, start } from "../server.ts";

export const fault: Fault = {
  what: "thousands of connections that say nothing: others are served, and the memory comes back",
  run: async ({ connections = 10_000 }) => {
    const server = await start({ folder: scratch() });
    const client = await new Client(server.base).register();
    await latencies(client, 100);
    const before = memory(server.process.pid);
    const sockets: Socket[] = [];
    const broken: string[] = [];
    for (let n = 0; n < connections; n += 200) {
      await Promise.all(
        Array.from({ length: Math.min(200, connections - n) }, () =>
          opened(server.port).then(
            (socket) => sockets.push(socket),
            (error) => broken.push(String(error)),
          ),
        ),
      );
    }
    const held = memory(server.process.pid);
    const during = await latencies(client, 60);
    for (const socket of sockets) socket.destroy();
    await new Promise((later) => setTimeout(later, 3_000));
    const after = await latencies(client, 60);
    const left = memory(server.process.pid);
    const figures = {
      "connections opened": sockets.length,
      "memory before / with them / after": `${before} / ${held} / ${left} MB`,
      "a request meanwhile, median": `${Math.round(during.map(({ ms }) => ms).sort((a, b) => a - b)[30] ?? 0)} ms`,
    };
    await server.stop();
    const few = broken.some((error) => /EMFILE/.test(error));
    const wrong = [...during, ...after].flatMap(({ error }) => (error ? [error] : []));
    return {
      figures,
      faults: few ? wrong : [...new Set(broken), ...wrong],
      ...(few
        ? { skipped: "this account may open too few files: ulimit -n 25000, then again" }
        : {}),
    };
  },
};

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.removeListener("error", reject).on("error", () => {});
      resolve(socket);
    });
    socket.on("error", reject);
  });
}

// In whole megabytes; 0 where this machine does not tell.
function memory(pid = 0): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}
