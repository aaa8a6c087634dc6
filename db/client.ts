import type { Db, Driver, Statement } from "./drivers/driver.ts";
import { openDriver } from "./drivers/open.ts";
import { databaseLocation } from "./location.ts";
import { shared } from "./process-state.ts";

export type { Db, Statement } from "./drivers/driver.ts";

type Connection = { url: string | undefined; driver: Driver };

const state = shared<{ connection?: Connection }>("database", () => ({}));

function currentDriver(): Driver {
  // Called for every query, so the URL is compared unparsed; only tests ever change it.
  const url = process.env.DATABASE_URL;
  const open = state.connection;
  if (open && open.url === url && !open.driver.isStale()) return open.driver;
  closeDb();
  const driver = openDriver(databaseLocation());
  state.connection = { url, driver };
  return driver;
}

/** The database, opened at the first call, so that `next build` opens none. */
export function getDb(): Db {
  return currentDriver().db;
}

/** Closes the database; SQLite folds the write-ahead log back into the file. */
export function closeDb(): void {
  state.connection?.driver.close();
  state.connection = undefined;
}

/**
 * Runs the statements in one transaction: all of them or none. Returns the rows (of a select or `returning`)
 * or the run result of each, in order. Throws the driver's error.
 */
export async function atomically(statements: readonly Statement[]): Promise<unknown[]> {
  return currentDriver().atomically(statements);
}

/** A text that changes with every write by any connection; null if only a query to a server could tell. */
export function dataVersion(): string | null {
  return currentDriver().dataVersion();
}
