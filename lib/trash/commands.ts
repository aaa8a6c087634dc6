import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, now, toStored } from "../dates.ts";
import { NotFound } from "../errors.ts";
import { type KindName, kindNames, kindOf } from "../kinds.ts";
import { deleteInChunks } from "../records/delete-in-chunks.ts";
import { isTrashed, logRestored, restoreRows } from "../records/restoring.ts";

/** How many days what was deleted can be restored. */
export const keepDays = 30;

/**
 * Brings back a row with what its kind restores besides: a site with the postings that went with it, a posting with
 * its site where that lies in the trash too. Throws `NotFound` where it is not in the actor's trash.
 */
export async function restore(actor: Actor, name: KindName, id: number): Promise<void> {
  const { logged, trash } = kindOf(name);
  await changeOne(actor, name, id, [
    ...(logged ? [logRestored(actor, name, isTrashed(actor, id))] : []),
    ...(trash.restores?.(actor, id) ?? []),
    restoreRows(name, isTrashed(actor, id)),
    ...(trash.restored?.(actor, id) ?? []),
  ]);
}

/**
 * Removes one row for good; a site takes with it all of its postings in the trash.
 * Throws `NotFound` where it is not in the actor's trash.
 */
export async function purge(actor: Actor, name: KindName, id: number): Promise<void> {
  await changeOne(actor, name, id, [deleteFrom(name, isTrashed(actor, id))]);
}

const deleteFrom = (name: KindName, which: SQL) =>
  sql`delete from ${sql.identifier(name)} where ${which}`;

// Every statement repeats the condition, so that none does anything where the row is not in the trash.
async function changeOne(actor: Actor, name: KindName, id: number, statements: SQL[]) {
  const { table } = kindOf(name);
  const row = getDb().select({ id: table.id }).from(table).where(isTrashed(actor, id));
  const [rows] = await atomically([row, ...statements]);
  if ((rows as unknown[]).length === 0) throw new NotFound();
}

/** Removes everything for good that is in the actor's trash at this moment. */
export async function emptyTrash(actor: Actor): Promise<void> {
  await purgeAll(sql`user_id = ${actor.user_id} and deleted_at <= ${now()}`);
}

/** Removes what anybody deleted more than 30 days ago; for the start of the server and once a day. */
export async function purgeTrash(): Promise<void> {
  await purgeAll(sql`deleted_at < ${toStored(Date.now() - keepDays * dayMs)}`);
}

async function purgeAll(which: SQL): Promise<void> {
  for (const name of kindNames) await deleteInChunks(name, which);
}
