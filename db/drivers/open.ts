import type { Place } from "../location.ts";
import type { Driver } from "./driver.ts";
import { openLibsql } from "./libsql.ts";
import { openSqlite } from "./sqlite.ts";

/** Opens a database with the driver of its place. A file that is not there is made only where `make` says so. */
export function openDriver(place: Place, { make = false } = {}): Driver {
  if (place.driver === "sqlite" && "path" in place) return openSqlite(place.path, make);
  return openLibsql(place, make);
}
