import { resolve } from "node:path";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { openSqlite } from "./client.ts";
import { databasePath } from "./location.ts";

const folder = () => resolve(/* turbopackIgnore: true */ process.cwd(), "db/migrations");

/**
 * Brings the database to this version's schema; a second call changes nothing.
 * Throws where the file was written by a newer version, before touching it.
 */
export function migrateDatabase(path: string = databasePath()): void {
  const sqlite = openSqlite(path);
  try {
    const known = readMigrationFiles({ migrationsFolder: folder() }).at(-1)?.folderMillis ?? 0;
    const has = sqlite
      .prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'")
      .get();
    const newest = has
      ? (sqlite.prepare("select max(created_at) as at from __drizzle_migrations").get() as {
          at: number | null;
        })
      : { at: null };
    if (Number(newest.at ?? 0) > known) {
      throw new Error(
        `The database ${path} was written by a newer Foothold. Update this copy, or point DATABASE_URL at another file.`,
      );
    }
    migrate(drizzle(sqlite), { migrationsFolder: folder() });
  } finally {
    sqlite.close();
  }
}
