import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { restoreInterviewsOf, trashInterviewsOf } from "../interviews/with-subject.ts";
import { logRestored, restoreRows } from "../records/restoring.ts";
import type { OwnedBatch } from "./queries.ts";
import { chunkSize } from "./staging/rows.ts";
import { ownBatch, requireState } from "./state.ts";

/**
 * Moves a batch's postings to the trash, with those of its sites that have no other posting; gives the number of
 * postings. A chunk of postings is a transaction; after a crash the next call goes on. Throws `AppError` if the
 * batch is not written or already undone.
 */
export async function undoBatch(actor: Actor, batch: OwnedBatch): Promise<number> {
  requireState(batch, "done");
  // One moment for all of it, also where an earlier call was interrupted.
  const [begun] = await getDb().all<{ undone_at: string }>(sql`
    update import_batch set undone_at = ifnull(undone_at, ${now()})
    where ${ownBatch(actor, batch, "done")} returning undone_at`);
  if (!begun) return 0;
  const moment = begun.undone_at;
  const live = ofBatch(actor, batch, "done", sql`deleted_at is null`);
  const postings = await inChunks(live, (which) => [
    sql`insert into event (user_id, job_posting_id, kind, occurred_at, via)
      select user_id, id, 'deleted', ${moment}, ${actor.via} from job_posting where ${which}`,
    trashInterviewsOf("job_posting", which, moment),
    sql`update job_posting set deleted_at = ${moment} where ${which}`,
  ]);
  await atomically([
    sql`update job_site set deleted_at = ${moment} where ${live} and not exists
      (select 1 from job_posting p where p.job_site_id = job_site.id and p.deleted_at is null)`,
    sql`update import_batch set state = 'undone' where ${ownBatch(actor, batch, "done")}`,
  ]);
  return postings;
}

/**
 * Brings the postings that an undo put into the trash back, with their sites; gives the number of postings. In
 * chunks as `undoBatch`. Throws `AppError` if the batch is not undone.
 */
export async function restoreBatch(actor: Actor, batch: OwnedBatch): Promise<number> {
  requireState(batch, "undone");
  // All that the undo put into the trash, and is still there, was deleted at one moment.
  const undone = ofBatch(actor, batch, "undone", sql`deleted_at = ${batch.undone_at}`);
  const postings = await inChunks(undone, (which) => [
    logRestored(actor, "job_posting", which),
    restoreRows(
      "job_site",
      sql`user_id = ${actor.user_id} and deleted_at is not null
        and id in (select job_site_id from job_posting where ${which})`,
    ),
    restoreInterviewsOf("job_posting", which),
    restoreRows("job_posting", which),
  ]);
  await atomically([
    restoreRows("job_site", undone),
    sql`update import_batch set state = 'done', undone_at = null
      where ${ownBatch(actor, batch, "undone")}`,
  ]);
  return postings;
}

const ofBatch = (actor: Actor, batch: OwnedBatch, state: OwnedBatch["state"], which: SQL) =>
  sql`user_id = ${actor.user_id} and import_batch_id = ${batch.id} and ${which}
    and exists (select 1 from import_batch where ${ownBatch(actor, batch, state)})`;

/** Runs the statements on a chunk of postings at a time, until none is left; gives how many the last one changed. */
async function inChunks(which: SQL, statements: (chunk: SQL) => SQL[]): Promise<number> {
  for (let [changed, sum] = [0, 0]; ; sum += changed) {
    const ids = await getDb().all<{ id: number }>(
      sql`select id from job_posting where ${which} limit ${chunkSize}`,
    );
    if (ids.length === 0) return sum;
    const list = JSON.stringify(ids.map(({ id }) => id));
    const chunk = sql`id in (select value from json_each(${list})) and ${which}`;
    const results = await atomically(statements(chunk));
    changed = (results.at(-1) as { changes: number }).changes;
  }
}
