import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { timeQueries } from "../query-timing.ts";
import { withStatementCache } from "../statement-cache.ts";
import { runSync } from "./compile.ts";
import type { Db, Driver } from "./driver.ts";
import { fileReplacedCheck } from "./file-replaced.ts";
import { groupCommit } from "./group-commit.ts";

/** Opens a file through better-sqlite3, a synchronous driver. Creates a missing file only if `create` is set. */
export function openSqlite(path: string, create: boolean): Driver {
  const sqlite = new Database(path, { timeout: 5_000, fileMustExist: !create });
  // A migration checks whose file it is before it changes anything, so there WAL waits for `migrate`.
  if (!create) sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("cache_size = -4000");
  sqlite.pragma("temp_store = MEMORY");
  // Deleted content is overwritten with zeros, so that nobody can recover it from the file.
  sqlite.pragma("secure_delete = ON");
  const group = groupCommit(sqlite);
  timeQueries(sqlite);
  const db = drizzle(withStatementCache(sqlite));
  // total_changes counts this connection's writes, data_version those of all others.
  const version = sqlite
    .prepare("select total_changes() || ' ' || data_version from pragma_data_version")
    .pluck();
  return {
    db: db as unknown as Db,
    atomically: (statements) =>
      group.write(() => statements.map((statement) => runSync(db, statement))),
    dataVersion: () => String(version.get()),
    async migrate(folder) {
      sqlite.pragma("journal_mode = WAL");
      migrate(drizzle(sqlite), { migrationsFolder: folder });
    },
    isStale: fileReplacedCheck(path),
    close() {
      group.flush();
      sqlite.close();
    },
  };
}
