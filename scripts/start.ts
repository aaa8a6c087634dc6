// Builds what is stale, then serves. The migration is run by instrumentation.ts, so that every way to start has it.
import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import next from "next";
import { databasePath } from "../db/location.ts";
import { build } from "./build.ts";
import { listen, settings } from "./listen.ts";
import { explain, Trouble } from "./trouble.mjs";

const { host, port, address } = settings();
// Before the build: a port that is taken should be said at once.
const probe = await listen(host, port);
probe.close();
await build();

const database = place();
const firstStart = !existsSync(database);
Object.assign(process.env, { NODE_ENV: "production" });

// Others (TRACE, say) cannot be made into the Request that Next hands on.
const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

const app = next({ dev: false, hostname: host, port, quiet: true });
await app.prepare();
const handle = app.getRequestHandler();
const believesProxies = process.env.TRUST_PROXY === "on";
const server = await listen(host, port, (request, response) => {
  if (!believesProxies) forgetProxies(request);
  if (!methods.includes(request.method ?? "")) refuse(response, 405, "This method is not allowed.");
  else if (isWrong(request.url)) refuse(response, 404, "Not found.");
  else void handle(request, response);
});

let stopping = false;
const stop = async () => {
  // Ctrl+C reaches this process twice: from the terminal and through npm.
  if (stopping) return;
  stopping = true;
  setTimeout(() => server.closeAllConnections(), 2_000).unref();
  await new Promise((closed) => server.close(closed));
  await app.close();
  process.exit(0);
};
process.on("SIGINT", stop).on("SIGTERM", stop);

console.log(`Foothold is at ${address}
Your data is in ${database}

${firstStart ? "Open the address and make your account." : "Open the address and sign in."} Ctrl+C stops it.`);
if (process.env.RATE_LIMITS === "off") {
  console.warn(
    "RATE_LIMITS is off: passwords can be guessed without end. Use this for tests alone.",
  );
}

// Next fills in what is missing with what it knows itself: the address that it is talked to from.
function forgetProxies({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers))
    if (name.startsWith("x-forwarded-")) delete headers[name];
}

// Next would send `/api//me` on to `/api/me`, and a POST does not follow; it breaks where it cannot decode a path.
function isWrong(url = ""): boolean {
  const [path = ""] = url.split("?", 1);
  if (!path.startsWith("/") || path.includes("//")) return true;
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  const headers = {
    "content-type": "application/json",
    ...(status === 405 ? { allow: methods.join(", ") } : {}),
  };
  response.writeHead(status, headers).end(JSON.stringify({ detail }));
}

function place(): string {
  try {
    return databasePath();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(explain(message) ?? message);
  }
}
