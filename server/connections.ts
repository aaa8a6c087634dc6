import type { Server } from "node:http";
import type { Socket } from "node:net";

/** How long a connection may keep its answer waiting, in milliseconds. */
type ConnectionLimits = {
  /** without taking a byte of what waits for it, or without a request */
  stalledMs: number;
  /** while something of an answer waits, however slowly it is taken */
  unreadMs: number;
  checkMs: number;
};

const usual: ConnectionLimits = { stalledMs: 30_000, unreadMs: 300_000, checkMs: 5_000 };

/** More than there are people; each idle one takes some 10 KB, and goes after a while. */
const maxConnections = 16_000;

/**
 * Closes connections whose client does not read, so that the answers' memory is given back. A handler that takes long
 * is left alone, and so is a request that is still sent: Node's `requestTimeout` ends that.
 */
export function limitConnections(server: Server, limits: ConnectionLimits = usual): void {
  server.maxConnections = maxConnections;
  // Node closes an idle connection then; one with a request only where the answer is not read.
  server.timeout = limits.stalledMs;
  server.prependListener("request", (_request, response) => {
    response.on("timeout", (socket: Socket) => {
      if (socket.writableLength > 0) socket.destroy();
    });
  });
  const open = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  const unreadSince = new WeakMap<Socket, number>();
  const check = () => {
    const now = Date.now();
    for (const socket of open) {
      const since = unreadSince.get(socket);
      if (socket.writableLength === 0) unreadSince.delete(socket);
      else if (since === undefined) unreadSince.set(socket, now);
      else if (now - since > limits.unreadMs) socket.destroy();
    }
  };
  const timer = setInterval(check, limits.checkMs).unref();
  server.once("close", () => clearInterval(timer));
}
