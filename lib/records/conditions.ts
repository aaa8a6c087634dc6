import { and, eq, isNull, type Placeholder, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Actor } from "../accounts/auth/actor.ts";

/** A table of a kind of thing: every row has an owner, and is soft-deleted. */
export type OwnedTable = SQLiteTable &
  Record<"id" | "user_id" | "updated_at" | "deleted_at", SQLiteColumn>;

/** Condition: the user's rows that are not in the trash. Prepared queries take the user from the placeholder `user`. */
export const live = (
  table: OwnedTable,
  user: number | SQLiteColumn | Placeholder = sql.placeholder("user"),
) => and(eq(table.user_id, user), isNull(table.deleted_at));

/** Condition: one of the actor's rows, not in the trash. */
export const own = (table: OwnedTable, actor: Actor, id: number) =>
  and(eq(table.id, id), live(table, actor.user_id));
