import type { Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";

// Long enough for a request that is on its way on a connection that looks idle.
const settle = 1_000;
/** So long may requests in flight take, in milliseconds; systemd and Docker are told to wait longer. */
const patience = 25_000;

/**
 * Stops listening, lets every request in flight end, and tells each connection that it was the last one.
 * Resolves when all connections are closed; cuts those that are still at work after 25 seconds.
 */
export async function drain(server: Server): Promise<void> {
  server.prependListener("request", (_request, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  });
  // Not the HTTP server's own close(): that cuts idle connections, on which a request may just be arriving.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  // What has arrived while this process was busy is read first.
  const idle = setInterval(
    () => setImmediate(() => setImmediate(() => server.closeIdleConnections())),
    settle,
  );
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
