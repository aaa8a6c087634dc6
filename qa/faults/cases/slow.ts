import { connect, type Socket } from "node:net";
import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { latencies } from "../latency.ts";
import { scratch, start } from "../server.ts";

export const fault: Fault = {
  what: "slow clients that send a byte a second of a head or a body: they are cut off, others are served",
  run: async ({ clients = 400, seconds = 240 }) => {
    const server = await start({ folder: scratch() });
    const client = await new Client(server.base).register();
    const before = await latencies(client, 40);
    const held: number[] = [];
    const sockets = Array.from({ length: clients }, (_, n) =>
      trickle(server.port, n % 2 ? head : body, held),
    );
    await new Promise((later) => setTimeout(later, 2_000));
    const during = await latencies(client, 40);
    const began = Date.now();
    while (held.length < clients && Date.now() - began < seconds * 1_000) {
      await new Promise((later) => setTimeout(later, 500));
    }
    const open = clients - held.length;
    for (const socket of sockets) socket.destroy();
    const after = await latencies(client, 40);
    const faults = [
      ...(open > 0 ? [`${open} slow clients were still held after ${seconds} s`] : []),
      ...[...before, ...during, ...after].flatMap(({ error }) => (error ? [error] : [])),
    ];
    await server.stop();
    return {
      figures: {
        "slow clients": clients,
        "cut off": held.length,
        "held at most": `${Math.round(Math.max(0, ...held) / 1_000)} s`,
        "a request meanwhile, median": `${median(during)} ms (before: ${median(before)} ms, after: ${median(after)} ms)`,
      },
      faults,
    };
  },
};

const head = "GET /api/health HTTP/1.1\r\nhost: localhost\r\nx-slow: ";
const body =
  "POST /api/token/ HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n";

function trickle(port: number, first: string, held: number[]): Socket {
  const began = Date.now();
  const socket = connect(port, "127.0.0.1", () => socket.write(first));
  const timer = setInterval(() => socket.write("x"), 1_000);
  socket.on("error", () => {});
  socket.on("data", () => socket.end());
  socket.on("close", () => {
    clearInterval(timer);
    held.push(Date.now() - began);
  });
  return socket;
}

const median = (all: { ms: number }[]) =>
  Math.round(all.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
