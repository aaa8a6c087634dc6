import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { requireRoom } from "./disk.ts";
import type { Db, Driver } from "./drivers/driver.ts";
import { openOrCreate } from "./drivers/open.ts";
import { isDatabaseBusy } from "./errors.ts";
import { type DatabaseLocation, databaseLocation, locationLabel } from "./location.ts";
import { migrationsFolder, newestVersion } from "./schema-version.ts";

/** The table that marks a database as the target of a move that is not finished. */
export const unfinishedMove = "__unfinished_move";

/**
 * Migrates the database to this version's schema; a second call changes nothing. Throws before any change if a
 * newer version or another program wrote it, if a move into it was interrupted, or if its disk lacks room.
 */
export async function migrateDatabase(
  location: DatabaseLocation = databaseLocation(),
): Promise<void> {
  const wanted = newestVersion();
  // Before a file is made that could not be filled.
  if ("path" in location && !existsSync(location.path)) requireRoom(location.path);
  const driver = await openOrCreate(location);
  try {
    const [found, unfinished] = await Promise.all([
      appliedVersion(driver.db),
      hasTable(driver.db, unfinishedMove),
    ]);
    if (unfinished) {
      throw new Error(
        `${locationLabel(location)} holds a move that was broken off. Run npm run move again, to the same place.`,
      );
    }
    if (found === wanted) return;
    if (found > wanted) {
      throw new Error(
        `${locationLabel(location)} was written by a newer Foothold. Start that version or a later one, or restore a backup that this version made.`,
      );
    }
    // The version is read again, since another process may have migrated it in the meantime.
    if (
      found === 0 &&
      (await hasOtherTables(driver.db)) &&
      (await appliedVersion(driver.db)) === 0
    ) {
      throw new Error(
        `The database ${locationLabel(location)} is not Foothold's: it holds other tables. Point DATABASE_URL at another database.`,
      );
    }
    if ("path" in location) requireRoom(location.path);
    await migrateConcurrently(driver, wanted);
  } finally {
    driver.close();
  }
}

/** How long to wait for another process that migrates the same database. */
const lockTimeoutMs = 60_000;

// Processes that start together all find the old schema: one migrates, the others retry until the lock is free.
async function migrateConcurrently(driver: Driver, wanted: number): Promise<void> {
  const begun = Date.now();
  for (;;) {
    try {
      return await driver.migrate(migrationsFolder());
    } catch (error) {
      if ((await appliedVersion(driver.db).catch(() => 0)) === wanted) return;
      if (!isDatabaseBusy(error) || Date.now() - begun > lockTimeoutMs) throw error;
      await setTimeout(200);
    }
  }
}

/** Whether a database has this version's schema. */
export async function isCurrent(db: Db): Promise<boolean> {
  return (await appliedVersion(db)) === newestVersion();
}

/** Whether the database has a table of that name. */
export async function hasTable(db: Db, table: string): Promise<boolean> {
  const rows = await db.all(
    sql`select 1 from sqlite_schema where type = 'table' and name = ${table}`,
  );
  return rows.length > 0;
}

async function appliedVersion(db: Db): Promise<number> {
  if (!(await hasTable(db, "__drizzle_migrations"))) return 0;
  const [row] = await db.all<{ at: number | string | null }>(
    sql`select max(created_at) as at from __drizzle_migrations`,
  );
  return Number(row?.at ?? 0);
}

async function hasOtherTables(db: Db): Promise<boolean> {
  const tables = await db.all(sql`select name from sqlite_schema where type = 'table'
    and name not like 'sqlite\\_%' escape '\\' and name not like '\\_%' escape '\\'
    and name not like 'libsql\\_%' escape '\\' limit 1`);
  return tables.length > 0;
}
