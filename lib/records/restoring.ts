import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";

/** Condition: the row is in the actor's trash. */
export const isTrashed = (actor: Actor, id: number) =>
  sql`id = ${id} and user_id = ${actor.user_id} and deleted_at is not null`;

/** Statement: takes rows out of the trash. */
export const restoreRows = (table: string, which: SQL) =>
  sql`update ${sql.identifier(table)} set deleted_at = null, updated_at = ${now()} where ${which}`;

/** Statement: logs that rows are restored; must run before they are. */
export const logRestored = (actor: Actor, table: string, which: SQL) =>
  sql`insert into event (user_id, ${sql.identifier(`${table}_id`)}, kind, occurred_at, via)
    select user_id, id, 'restored', ${now()}, ${actor.via} from ${sql.identifier(table)} where ${which}`;
