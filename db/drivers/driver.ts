import type { SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/** What the house may do with the database: awaited everywhere, and no interactive transactions. */
export type Db = Omit<BaseSQLiteDatabase<"async", unknown>, "transaction">;

/** A prepared query of Drizzle's with the values of its placeholders. */
export type BoundQuery = { prepared: object; values: Record<string, unknown> };
export type Statement = BatchItem<"sqlite"> | SQL | BoundQuery;

/** One open database, whatever reads it. */
export type Driver = {
  readonly db: Db;
  atomically(statements: readonly Statement[]): Promise<unknown[]>;
  /** changes with every write by any connection; null if only a query to a server could tell */
  dataVersion(): string | null;
  /** brings the schema up to the migrations in a folder */
  migrate(folder: string): Promise<void>;
  /** whether its place leads elsewhere by now, so that it must be opened anew */
  isStale(): boolean;
  close(): void;
};
