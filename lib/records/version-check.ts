import { type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { causesOf } from "../../db/errors.ts";

/** A row as it was read; `updated_at` is its version. */
export type Versioned = { id: number; updated_at: string };

/**
 * Optimistic locking: the statement that fails, and with it its whole transaction, where the row was saved or
 * deleted since it was read.
 */
export function requireVersion(table: SQLiteTable, { id, updated_at }: Versioned): SQL {
  return sql`update ${table} set user_id =
    case when updated_at = ${updated_at} and deleted_at is null then user_id end where id = ${id}`;
}

/** How often a change is tried where others save the row each time between its reading and its writing. */
export const maxTries = 5;

/** Whether `requireVersion` refused the transaction. */
export function isVersionConflict(error: unknown): boolean {
  const refused = /NOT NULL constraint failed: \w+\.user_id/;
  return causesOf(error).some(({ message }) => refused.test(message));
}
