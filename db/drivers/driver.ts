import type { SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/** Drizzle's database, typed as asynchronous on both drivers, and without interactive transactions. */
export type Db = Omit<BaseSQLiteDatabase<"async", unknown>, "transaction">;

/** A prepared query of Drizzle's with the values of its placeholders. */
export type BoundQuery = { prepared: object; values: Record<string, unknown> };
export type Statement = BatchItem<"sqlite"> | SQL | BoundQuery;

/** An open database; the same on better-sqlite3 and libSQL. */
export type Driver = {
  readonly db: Db;
  atomically(statements: readonly Statement[]): Promise<unknown[]>;
  /** changes with every write by any connection; null if only a query to a server could tell */
  dataVersion(): string | null;
  /** runs the migrations in a folder that have not run yet */
  migrate(folder: string): Promise<void>;
  /** whether its file was replaced, so that it must be reopened */
  isStale(): boolean;
  close(): void;
};
