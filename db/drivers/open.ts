import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Place } from "../location.ts";
import type { Driver } from "./driver.ts";
import { openSqlite } from "./sqlite.ts";

const { DATABASE_DRIVER, DATABASE_URL, TEST_DATABASE } = process.env;
const used =
  DATABASE_DRIVER === "libsql" || TEST_DATABASE || /^(libsql|https?):/.test(DATABASE_URL ?? "");

// Where nothing is on libSQL, it takes neither memory nor time at the start.
const libsql = used ? await import("./libsql.ts") : undefined;

/** Opens the database that the environment names, which must be there. */
export function openDriver(place: Place): Driver {
  if (place.driver === "sqlite") return openSqlite(place.path, false);
  if (!libsql) throw new Error("DATABASE_URL changed to libSQL after this process began.");
  return libsql.openLibsql(place, false);
}

/** Opens any database, for migrations and moves; a file that is not there is made. */
export async function openToChange(place: Place): Promise<Driver> {
  if ("path" in place) mkdirSync(dirname(place.path), { recursive: true });
  if (place.driver === "sqlite") return openSqlite(place.path, true);
  return (libsql ?? (await import("./libsql.ts"))).openLibsql(place, true);
}
