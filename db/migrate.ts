import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db, Driver } from "./drivers/driver.ts";
import { openOrCreate } from "./drivers/open.ts";
import { isDatabaseBusy } from "./errors.ts";
import { type DatabaseLocation, databaseLocation, locationLabel } from "./location.ts";

const folder = () => resolve(/* turbopackIgnore: true */ process.cwd(), "db/migrations");

/**
 * Brings the database to this version's schema; a second call changes nothing. Throws, before touching it,
 * where a newer version wrote it, or something else altogether.
 */
export async function migrateDatabase(
  location: DatabaseLocation = databaseLocation(),
): Promise<void> {
  const known = latest();
  const driver = await openOrCreate(location);
  try {
    const [found, unfinished] = await Promise.all([
      newest(driver.db),
      has(driver.db, "__unfinished_move"),
    ]);
    if (unfinished) {
      throw new Error(
        `${locationLabel(location)} holds a move that was broken off. Run npm run move again, to the same place.`,
      );
    }
    if (found === known) return;
    if (found > known) {
      throw new Error(
        `The database ${locationLabel(location)} was written by a newer Foothold. Update this copy, or point DATABASE_URL at another database.`,
      );
    }
    // Asked again, as another process may have made them in the meantime.
    if (found === 0 && (await isTaken(driver.db)) && (await newest(driver.db)) === 0) {
      throw new Error(
        `The database ${locationLabel(location)} is not Foothold's: it holds other tables. Point DATABASE_URL at another database.`,
      );
    }
    await migrateAmongOthers(driver, known);
  } finally {
    driver.close();
  }
}

/** How long to wait for another process that migrates the same database. */
const lockTimeoutMs = 60_000;

// Processes that start together all find the old schema. One is first; the others wait for it, or find it done.
async function migrateAmongOthers(driver: Driver, known: number): Promise<void> {
  const begun = Date.now();
  for (;;) {
    try {
      return await driver.migrate(folder());
    } catch (error) {
      if ((await newest(driver.db).catch(() => 0)) === known) return;
      if (!isDatabaseBusy(error) || Date.now() - begun > lockTimeoutMs) throw error;
      await setTimeout(200);
    }
  }
}

/** Whether a database has this version's schema. */
export async function isCurrent(db: Db): Promise<boolean> {
  return (await newest(db)) === latest();
}

const latest = () => readMigrationFiles({ migrationsFolder: folder() }).at(-1)?.folderMillis ?? 0;

async function has(db: Db, table: string): Promise<boolean> {
  const rows = await db.all(
    sql`select 1 from sqlite_schema where type = 'table' and name = ${table}`,
  );
  return rows.length > 0;
}

async function newest(db: Db): Promise<number> {
  if (!(await has(db, "__drizzle_migrations"))) return 0;
  const [row] = await db.all<{ at: number | string | null }>(
    sql`select max(created_at) as at from __drizzle_migrations`,
  );
  return Number(row?.at ?? 0);
}

async function isTaken(db: Db): Promise<boolean> {
  const tables = await db.all(sql`select name from sqlite_schema where type = 'table'
    and name not like 'sqlite\\_%' escape '\\' and name not like '\\_%' escape '\\'
    and name not like 'libsql\\_%' escape '\\' limit 1`);
  return tables.length > 0;
}
