import { and, eq, isNull, type Placeholder, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Actor } from "../accounts/auth/actor.ts";

/** A table of a kind of thing: rows of one person, which go to the trash before they are gone. */
export type OwnedTable = SQLiteTable &
  Record<"id" | "user_id" | "updated_at" | "deleted_at", SQLiteColumn>;

/** Rows of this person's that are not in the trash; prepared queries take the person from the placeholder `user`. */
export const live = (
  table: OwnedTable,
  user: number | SQLiteColumn | Placeholder = sql.placeholder("user"),
) => and(eq(table.user_id, user), isNull(table.deleted_at));

/** One row of the actor's that is not in the trash. */
export const own = (table: OwnedTable, actor: Actor, id: number) =>
  and(eq(table.id, id), live(table, actor.user_id));
