import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { Client, latencies, medianMs } from "../client.ts";
import type { Fault } from "../fault.ts";
import { scratchFolder, start } from "../server.ts";

export const fault: Fault = {
  description:
    "slow clients that send a byte a second of a header or a body: they are cut off, others are served",
  run: async ({ clients = 400, seconds = 240 }) => {
    const server = await start({ folder: scratchFolder() });
    const client = await new Client(server.address).register();
    const before = await latencies(client, 40);
    const heldMs: number[] = [];
    const sockets = Array.from({ length: clients }, (_, n) =>
      trickle(server.port, n % 2 ? slowHeader : slowBody, heldMs),
    );
    await setTimeout(2_000);
    const during = await latencies(client, 40);
    const began = Date.now();
    while (heldMs.length < clients && Date.now() - began < seconds * 1_000) {
      await setTimeout(500);
    }
    const stillOpen = clients - heldMs.length;
    for (const socket of sockets) socket.destroy();
    const after = await latencies(client, 40);
    const failures = [
      ...(stillOpen > 0 ? [`${stillOpen} slow clients were still held after ${seconds} s`] : []),
      ...[...before, ...during, ...after].flatMap(({ error }) => (error ? [error] : [])),
    ];
    await server.stop();
    return {
      figures: {
        "slow clients": clients,
        "cut off": heldMs.length,
        "held at most": `${Math.round(Math.max(0, ...heldMs) / 1_000)} s`,
        "a request meanwhile, median": `${medianMs(during)} ms (before: ${medianMs(before)} ms, after: ${medianMs(after)} ms)`,
      },
      failures,
    };
  },
};

const slowHeader = "GET /api/health HTTP/1.1\r\nhost: localhost\r\nx-slow: ";
const slowBody =
  "POST /api/token/ HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n";

function trickle(port: number, first: string, heldMs: number[]): Socket {
  const began = Date.now();
  const socket = connect(port, "127.0.0.1", () => socket.write(first));
  const timer = setInterval(() => socket.write("x"), 1_000);
  socket.on("error", () => {});
  socket.on("data", () => socket.end());
  socket.on("close", () => {
    clearInterval(timer);
    heldMs.push(Date.now() - began);
  });
  return socket;
}
