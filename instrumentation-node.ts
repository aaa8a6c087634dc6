import { accessSync, constants, existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { closeDb } from "./db/client.ts";
import { explainDatabase, isDatabaseAway } from "./db/errors.ts";
import { databaseLocation, locationLabel } from "./db/location.ts";
import { migrateDatabase } from "./db/migrate.ts";
import { cleanUp } from "./lib/cleanup.ts";
import { env, requireSecret } from "./lib/env.ts";
import { routerRegistration } from "./lib/http/router.ts";
import { runReminders } from "./lib/reminders/run.ts";
import { observeStatements } from "./lib/runtime/statements.ts";
import { indexAll } from "./lib/search/commands.ts";

const hourMs = 3_600_000;
const minuteMs = 60_000;
const secondMs = 1_000;

/** Brings the database to this version's schema, and keeps trash and sessions short. Ends the process where it cannot. */
export async function prepare(): Promise<void> {
  let name = "The database";
  let remote = false;
  try {
    env();
    const place = databaseLocation();
    name = locationLabel(place);
    remote = "server" in place;
    // Beside a file it is made or read once there is a folder for it.
    if (remote) requireSecret();
    // A file that is up to date opens on a read-only disk too, and then no sign-in and no save would work.
    if ("path" in place && existsSync(place.path)) accessSync(place.path, constants.W_OK);
    await migrateDatabase(place);
    requireSecret();
  } catch (error) {
    // Next would go on without what failed here, and answer every request with an error.
    console.error(explainDatabase(error, name));
    // A function that ends at once would be started again for each request; this one answers 503.
    if (process.env.VERCEL && isDatabaseAway(error)) return;
    process.exit(1);
  }
  process.on("exit", closeDb);
  await observe();
  await registerApi();
  await cleanUp();
  setInterval(cleanUp, hourMs).unref();
  // There a function ends between requests, and a scheduler asks /api/cron.
  if (!process.env.VERCEL) setInterval(runReminders, minuteMs).unref();
  // A server of its own is not asked every second: there a search indexes what is new by itself.
  if (!remote) void keepIndexed();
}

/** Gives our server the API's handlers before its first request. Nobody else needs them: they have route files. */
async function registerApi(): Promise<void> {
  const register = routerRegistration();
  if (register) register((await import("./lib/api.ts")).router);
}

/** Reads what was written into the search's index, so that searches find nothing left to do. */
async function keepIndexed(): Promise<void> {
  for (;;) {
    // A database that is busy now, or away, may be there a second later; a search would index it as well.
    // After a long import there is much to do, and requests in between.
    const pause = () => setTimeout(20, undefined, { ref: false });
    await indexAll(undefined, pause).catch(() => {});
    await setTimeout(secondMs, undefined, { ref: false });
  }
}

// Who sends no traces loads nothing of it.
async function observe(): Promise<void> {
  const { SLOW_QUERY_MS } = env();
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return observeStatements(SLOW_QUERY_MS);
  const { startTraces } = await import("./lib/runtime/traces.ts");
  observeStatements(SLOW_QUERY_MS, startTraces());
}
