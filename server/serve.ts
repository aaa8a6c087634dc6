// The server itself, the same for `npm start` and for a standalone build. Migrations are run by
// instrumentation.ts, so that every way to start has them.
import { existsSync, readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import next from "next";
import { databasePlace, type Place, placeName } from "../db/location.ts";
import { log } from "../lib/runtime/log.ts";
import { finish } from "../lib/runtime/shutdown.ts";
import { CliError, explainFailure } from "../scripts/cli-error.mjs";
import { listen, settings } from "../scripts/listen.ts";
import { logConsole, observed } from "./access-log.ts";
import { api } from "./api.ts";
import { compressed } from "./compress.ts";
import { drain } from "./drain.ts";
import { pages } from "./pages.ts";
import { guarded } from "./request-checks.ts";
import { routesOf } from "./routes.ts";
import { precompressed } from "./static-files.ts";

/** Serves the build in the working directory until a signal ends it. Throws CliError where it cannot. */
export async function serve(): Promise<void> {
  const { host, port, address } = settings();
  const place = placeOfData();
  const firstStart = "path" in place && !existsSync(place.path);
  Object.assign(process.env, { NODE_ENV: "production" });

  // What the build was made with: Next then reads no next.config.ts, which a standalone build has not.
  const made = JSON.parse(readFileSync(join(".next", "required-server-files.json"), "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(made.config);

  const app = next({ dev: false, hostname: host, port, quiet: true });
  await quietly(() => app.prepare());
  const answer = app.getRequestHandler();
  const framework: RequestListener = (request, response) => void answer(request, response);
  const routeOf = routesOf(".next");
  // Traces show what the framework sees of a request, so where they are wanted it sees all.
  const handle = process.env.OTEL_EXPORTER_OTLP_ENDPOINT
    ? framework
    : api(pages(framework, routeOf, ".next"), routeOf);
  const believes = process.env.TRUST_PROXY === "on";
  const server = await listen(
    host,
    port,
    observed(guarded(precompressed(compressed(handle), ".next"), believes), routeOf),
  );
  // Longer than a proxy keeps a connection, which else writes to one that is just being closed.
  server.keepAliveTimeout = 75_000;

  let stopping = false;
  const stop = async () => {
    // Ctrl+C reaches this process twice: from the terminal and through npm.
    if (stopping) return;
    stopping = true;
    await drain(server);
    await app.close();
    await finish();
    process.exit(0);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  greet(address, placeName(place), firstStart);
  logConsole();
}

// A person at a terminal gets words; whatever gathers the output gets a line like all others.
function greet(address: string, database: string, firstStart: boolean): void {
  const unsafe =
    "RATE_LIMITS is off: passwords can be guessed without end. Use this for tests alone.";
  if (process.env.RATE_LIMITS === "off") log("warn", "unsafe", { message: unsafe });
  if (!process.stdout.isTTY) {
    log("info", "ready", { message: `Foothold is at ${address}`, database });
    return;
  }
  console.log(`Foothold is at ${address}
Your data is in ${database}

${firstStart ? "Open the address and make your account." : "Open the address and sign in."} Ctrl+C stops it.`);
}

// Next greets by itself, whatever `quiet` says; stdout is for lines of ours.
async function quietly(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => {};
  await work();
  console.log = log;
}

function placeOfData(): Place {
  try {
    return databasePlace();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CliError(explainFailure(message) ?? message);
  }
}
