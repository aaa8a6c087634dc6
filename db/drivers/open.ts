import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseLocation } from "../location.ts";
import type { Driver } from "./driver.ts";
import { openSqlite } from "./sqlite.ts";

const { DATABASE_DRIVER, DATABASE_URL, TEST_DATABASE } = process.env;
const mayNeedLibsql =
  DATABASE_DRIVER === "libsql" || TEST_DATABASE || /^(libsql|https?):/.test(DATABASE_URL ?? "");

// Loaded only if the environment may need it: it costs memory and time at the start.
const libsql = mayNeedLibsql ? await import("./libsql.ts") : undefined;

/** Opens an existing database at once, so that nothing has to await a connection. */
export function openDriver(location: DatabaseLocation): Driver {
  if (location.driver === "sqlite") return openSqlite(location.path, false);
  if (!libsql) throw new Error("DATABASE_URL changed to libSQL after this process began.");
  return libsql.openLibsql(location, false);
}

/** Opens a database for migrations and moves; creates a missing file. */
export async function openOrCreate(location: DatabaseLocation): Promise<Driver> {
  if ("path" in location) mkdirSync(dirname(location.path), { recursive: true, mode: 0o700 });
  if (location.driver === "sqlite") return openSqlite(location.path, true);
  return (libsql ?? (await import("./libsql.ts"))).openLibsql(location, true);
}
