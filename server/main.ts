// The server of `npm start` and of a standalone build: serves the build in the working directory until a signal
// ends it. Migrations and the API's handlers come from instrumentation.ts, as Next starts.
import { existsSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { type DatabaseLocation, databaseLocation, locationLabel } from "../db/location.ts";
import { errorText, log, stackOf } from "../lib/runtime/log.ts";
import { finish } from "../lib/runtime/shutdown.ts";
import { CliError, explainFailure } from "../scripts/cli-error.mjs";
import { accessLog } from "./access-log.ts";
import { actionBodies } from "./action-bodies.ts";
import { api } from "./api.ts";
import { belowBasePath, builtBasePath, restoreBasePath } from "./base-path.ts";
import { bodyLimit } from "./body-limit.ts";
import { compress } from "./compress.ts";
import { requireLastingFolder, requireTemporaryFolder } from "./folders.ts";
import { inTurn } from "./in-turn.ts";
import { drain, listen, settings } from "./listen.ts";
import { restartWithMemoryFlags } from "./memory.ts";
import { chain } from "./middleware.ts";
import { buildFolder, pageRoutes, startNext } from "./next.ts";
import { keepPrivate } from "./private-files.ts";
import { requestChecks } from "./request-checks.ts";
import { staticFiles } from "./static-files.ts";
import { unreadActions } from "./unread-actions.ts";

restartWithMemoryFlags();
try {
  await serve();
  // Written now, since a killed process writes no cache: the next start would load the 13 MB compiler to strip types.
  flushCompileCache();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function serve(): Promise<void> {
  const base = builtBasePath();
  const { host, port, address } = settings();
  const { OTEL_EXPORTER_OTLP_ENDPOINT, TRUST_PROXY } = process.env;
  const location = locationOfData();
  if ("path" in location) requireLastingFolder(location.path);
  requireTemporaryFolder();
  // Before the database is touched: whoever starts a new version beside a running one changes nothing under it.
  (await listen(host, port)).close();
  keepPrivate("path" in location ? location.path : undefined);
  const firstStart = "path" in location && !existsSync(location.path);
  Object.assign(process.env, { NODE_ENV: "production" });

  const next = await startNext(host, port);
  const tracing = OTEL_EXPORTER_OTLP_ENDPOINT ? await import("./tracing.ts") : undefined;
  const server = await listen(
    host,
    port,
    inTurn(
      chain(
        ...(base ? [belowBasePath(base)] : []),
        accessLog(pageRoutes()),
        requestChecks(TRUST_PROXY === "on"),
        staticFiles(buildFolder),
        compress,
        api(next.router, tracing?.traced),
        bodyLimit,
        unreadActions,
        actionBodies,
        ...(base ? [restoreBasePath(base)] : []),
        next.answer,
      ),
    ),
  );

  let stopping = false;
  const stop = async () => {
    // Ctrl+C reaches this process twice: from the terminal and through npm.
    if (stopping) return;
    stopping = true;
    await drain(server);
    await next.close();
    await finish();
    process.exit(0);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  announce(address, locationLabel(location), firstStart);
  logConsole();
}

function locationOfData(): DatabaseLocation {
  try {
    return databaseLocation();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CliError(explainFailure(message) ?? message);
  }
}

/** Announces that the server is ready: as text at a terminal, elsewhere as a log line. */
function announce(address: string, database: string, firstStart: boolean): void {
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

/** Turns what Next and others print into log lines, errors without the values of their queries. */
function logConsole(): void {
  for (const [method, level] of [
    ["log", "info"],
    ["info", "info"],
    ["debug", "debug"],
    ["warn", "warn"],
    ["error", "error"],
  ] as const) {
    console[method] = (...values: unknown[]) => {
      const message = values.map(errorText).join(" ");
      const error = values.find((value) => value instanceof Error);
      log(level, "said", { message, place: stackOf(error) });
    };
  }
}
