import type { Place } from "../location.ts";
import type { Driver } from "./driver.ts";
import { openSqlite } from "./sqlite.ts";

const { DATABASE_DRIVER, DATABASE_URL, TEST_DATABASE } = process.env;
const used =
  DATABASE_DRIVER === "libsql" || TEST_DATABASE || /^(libsql|https?):/.test(DATABASE_URL ?? "");

// Where nothing is on libSQL, it takes neither memory nor time at the start.
const libsql = used ? await import("./libsql.ts") : undefined;

/** Opens a database with the driver of its place. A file that is not there is made only where `make` says so. */
export function openDriver(place: Place, { make = false } = {}): Driver {
  if (place.driver === "sqlite" && "path" in place) return openSqlite(place.path, make);
  if (!libsql)
    throw new Error("libSQL was not loaded: it was not asked for when this process began.");
  return libsql.openLibsql(place, make);
}
