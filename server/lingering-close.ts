import type { Server } from "node:http";

/** How long the rest of a body is read and dropped, in milliseconds. */
const lingerMs = 5_000;

/**
 * Lingering close, as nginx calls it: a request may be answered before its body is read. Closing the connection
 * then would reset it, and a client that is still sending would lose the answer: the rest is read and dropped first.
 */
export function closeLingering(server: Server): void {
  server.prependListener("request", (request, response) => {
    response.once("prefinish", () => {
      if (request.complete) return;
      const { socket } = request;
      request.resume();
      // Node closes with this method, where it keeps no connection alive.
      socket.destroySoon = () => {
        socket.end();
        const timer = setTimeout(() => socket.destroy(), lingerMs).unref();
        request.once("close", () => socket.destroy());
        socket.once("close", () => clearTimeout(timer));
      };
    });
  });
}
