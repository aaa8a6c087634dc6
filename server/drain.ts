import type { Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";

// Long enough for a request that is on its way on a connection that looks idle.
const idleCheckMs = 1_000;
/** So long may requests in flight take; systemd and Docker are told to wait longer. */
const drainTimeoutMs = 25_000;

/**
 * Graceful shutdown: stops listening, lets requests in flight end, and closes each connection after its response.
 * Resolves when all connections are closed; cuts those that are still at work after the timeout.
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
  const closeIdle = setInterval(
    () => setImmediate(() => setImmediate(() => server.closeIdleConnections())),
    idleCheckMs,
  );
  const closeAll = setTimeout(() => server.closeAllConnections(), drainTimeoutMs);
  await closed;
  clearInterval(closeIdle);
  clearTimeout(closeAll);
}
