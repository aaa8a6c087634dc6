import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, now, toStored } from "../dates.ts";
import { NotFound } from "../errors.ts";
import { isOfPostings } from "../interviews/with-subject.ts";
import { type KindName, kindNames, kindOf } from "../kinds.ts";
import { changeInChunks } from "../records/change-in-chunks.ts";
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
  const { deleted_at } = await findTrashed(actor, name, id);
  const statements = [
    ...(logged ? [logRestored(actor, name, isTrashed(actor, id))] : []),
    ...(trash.restores?.(actor, isTrashed(actor, id)) ?? []),
    restoreRows(name, isTrashed(actor, id)),
    ...(trash.restored?.(actor, id) ?? []),
  ];
  if (!trash.postings) return void (await atomically(statements));
  const together = sql`${trash.postings(id)} and +user_id = ${actor.user_id} and deleted_at = ${deleted_at}`;
  const interviews = sql`user_id = ${actor.user_id} and deleted_at = ${deleted_at}
    and ${isOfPostings(trash.postings(id))}`;
  const restoreWhatItTook = async (last: SQL[]) => {
    await changeInChunks("job_posting", together, (chunk) => [
      logRestored(actor, "job_posting", chunk),
      restoreRows("job_posting", chunk),
    ]);
    const restored = (chunk: SQL) => [restoreRows("interview", chunk)];
    await changeInChunks("interview", interviews, restored, { last });
  };
  // The site comes last: where the process ends before, the next start deletes what came back of it again.
  await restoreWhatItTook(statements);
  // What its deletion, if that was not over yet, has put into the trash meanwhile.
  await restoreWhatItTook([]);
}

/**
 * Removes one row for good; a site takes with it all of its postings in the trash.
 * Throws `NotFound` where it is not in the actor's trash.
 */
export async function purge(actor: Actor, name: KindName, id: number): Promise<void> {
  await findTrashed(actor, name, id);
  const { postings } = kindOf(name).trash;
  if (postings) {
    const isGone = sql`exists (select 1 from ${sql.identifier(name)} where ${isTrashed(actor, id)})`;
    await deleteInChunks(
      "job_posting",
      sql`${postings(id)} and deleted_at is not null and ${isGone}`,
    );
  }
  await deleteInChunks(name, sql`${isTrashed(actor, id)} and ${takesNoLivePosting(name)}`);
}

/** Condition: the row takes no posting along that is not in the trash, as a site would whose deletion is not over. */
function takesNoLivePosting(name: KindName): SQL {
  const postings = kindOf(name).trash.postings?.(sql`${sql.identifier(name)}.id`);
  if (!postings) return sql`true`;
  return sql`not exists (select 1 from job_posting where ${postings} and deleted_at is null)`;
}

async function findTrashed(actor: Actor, name: KindName, id: number) {
  const [row] = await getDb().all<{ deleted_at: string }>(
    sql`select deleted_at from ${sql.identifier(name)} where ${isTrashed(actor, id)}`,
  );
  if (!row) throw new NotFound();
  return row;
}

/** Removes everything for good that is in the actor's trash at this moment. */
export async function emptyTrash(actor: Actor): Promise<void> {
  // What was deleted in this very millisecond has further digits: see uniqueMoment.
  const last = `${now().slice(0, 23)}999Z`;
  await purgeAll(sql`user_id = ${actor.user_id} and deleted_at <= ${last}`);
}

/** Removes what anybody deleted more than 30 days ago; for the start of the server and once a day. */
export async function purgeTrash(): Promise<void> {
  await purgeAll(sql`deleted_at < ${toStored(Date.now() - keepDays * dayMs)}`);
}

async function purgeAll(which: SQL): Promise<void> {
  // Postings first: a site takes along what is left of them, in one statement.
  for (const name of kindNames)
    await deleteInChunks(name, sql`${which} and ${takesNoLivePosting(name)}`);
}
