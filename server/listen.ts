import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { CliError } from "../scripts/cli-error.mjs";
import { givenBasePath } from "./base-path.ts";
import { limitConnections } from "./connections.ts";
import { closeLingering } from "./lingering-close.ts";

type Settings = { host: string; port: number; address: string };

/** Where to listen and what people type to get there, from the environment. Throws CliError on a wrong PORT or BASE_PATH. */
export function settings(): Settings {
  const { HOST, PORT, PUBLIC_URL } = process.env;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CliError(`PORT must be a number from 1 to 65535, and is "${PORT}".`);
  }
  const { origin } = URL.parse(PUBLIC_URL || "") ?? {};
  const base = givenBasePath();
  const address = (base && origin) || PUBLIC_URL || `http://localhost:${port}`;
  return { host: HOST || "127.0.0.1", port, address: address + base };
}

/** Node's timeouts, in milliseconds: for a head, for a whole request (a file on a slow line), between requests. */
const timeouts = {
  headersTimeout: 20_000,
  requestTimeout: 180_000,
  connectionsCheckingInterval: 5_000,
  // Longer than a proxy keeps a connection, which else writes to one that is just being closed.
  keepAliveTimeout: 75_000,
};

/** A listening server. Throws CliError where the port or the host is not available. */
export async function listen(
  host: string,
  port: number,
  handle?: RequestListener,
): Promise<Server> {
  const server = createServer(timeouts, handle);
  limitConnections(server);
  closeLingering(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new CliError(explanation(error, host, port))));
    server.listen(port, host, resolve);
  });
  return server;
}

function explanation(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is in use. Stop what listens there, or choose another, such as PORT=${port + 1}.`;
    case "EACCES":
      return `Port ${port} may not be used by this account. Choose one above 1023, such as PORT=3000.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST=${host} is not an address of this machine.`;
    default:
      return error.message;
  }
}

// Long enough for a request that is on its way on a connection that looks idle.
const idleCheckMs = 1_000;
/** Drain timeout for requests in flight; those of systemd and Docker are longer. */
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
