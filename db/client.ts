import Database from "better-sqlite3";
import { type SQL, SQL as SqlClass } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { databasePath } from "./location.ts";
import * as schema from "./schema.ts";
import { remembering } from "./statements.ts";

/** What the house may do with the database: awaited everywhere, and no interactive transactions. */
export type Db = Omit<BaseSQLiteDatabase<"async", unknown, typeof schema>, "transaction">;
export type Statement = BatchItem<"sqlite"> | SQL;

type Door = { url: string | undefined; sqlite: Database.Database; db: Db };

// On globalThis, so that a reload of this module in development does not open a second file handle.
const holder = globalThis as { footholdDoor?: Door };

export function openSqlite(path: string): Database.Database {
  const sqlite = new Database(path, { timeout: 5_000 });
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("cache_size = -16000");
  sqlite.pragma("temp_store = MEMORY");
  return sqlite;
}

function door(): Door {
  // Asked for with every query, so the address is compared as it stands; only tests ever change it.
  const url = process.env.DATABASE_URL;
  if (!holder.footholdDoor || holder.footholdDoor.url !== url) {
    holder.footholdDoor?.sqlite.close();
    const sqlite = openSqlite(databasePath());
    holder.footholdDoor = {
      url,
      sqlite,
      db: drizzle(remembering(sqlite), { schema }) as unknown as Db,
    };
  }
  return holder.footholdDoor;
}

/** The database, opened at the first call (so `next build` opens nothing). */
export function getDb(): Db {
  return door().db;
}

/** Closes the file, so that the write-ahead log is folded back in. */
export function closeDb(): void {
  holder.footholdDoor?.sqlite.close();
  holder.footholdDoor = undefined;
}

/**
 * Runs the statements in one transaction: all of them or none. Gives each one's rows
 * (`returning`, `select`) or its run result, in order. Throws what the database throws.
 */
export async function atomically(statements: readonly Statement[]): Promise<unknown[]> {
  const { sqlite, db } = door();
  const all = sqlite.transaction(() => statements.map((statement) => execute(db, statement)));
  return all.immediate();
}

// better-sqlite3 commits a transaction when its function returns, so each statement must run synchronously.
function execute(db: Db, statement: Statement): unknown {
  if (statement instanceof SqlClass) return db.run(statement);
  const prepared = (
    statement as unknown as { _prepare(): { execute(): { sync(): unknown } } }
  )._prepare();
  return prepared.execute().sync();
}

/** Whether an error says that a unique index refused the write, on either driver. */
export function isUniqueViolation(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = "code" in e ? String(e.code) : "";
    if (code.startsWith("SQLITE_CONSTRAINT_UNIQUE")) return true;
    if (code.startsWith("SQLITE_CONSTRAINT") && e.message.includes("UNIQUE")) return true;
  }
  return false;
}
