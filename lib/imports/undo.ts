import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { restoreImported, trashImported } from "../contacts/imported.ts";
import { now } from "../dates.ts";
import { logDeleted } from "../events/commands.ts";
import { isOfPostings, trashInterviewsOf } from "../interviews/with-subject.ts";
import { changeInChunks } from "../records/change-in-chunks.ts";
import { logRestored, restoreRows } from "../records/restoring.ts";
import type { OwnedBatch } from "./queries.ts";
import { ownBatch, requireState } from "./state.ts";
import { inImportTurn } from "./turns.ts";

/**
 * Moves a batch's postings to the trash, with those of its sites and contacts that nothing else has; gives the number
 * of postings. A chunk of postings is a transaction; after a crash the next call goes on. Throws `AppError` if the
 * batch is not written or already undone.
 */
export const undoBatch = (...called: Parameters<typeof undo>): Promise<number> =>
  inImportTurn(called[0], () => undo(...called));

async function undo(actor: Actor, batch: OwnedBatch): Promise<number> {
  requireState(batch, "done");
  // One moment for all of it, also where an earlier call was interrupted.
  const [begun] = await getDb().all<{ undone_at: string }>(sql`
    update import_batch set undone_at = ifnull(undone_at, ${now()})
    where ${ownBatch(actor, batch, "done")} returning undone_at`);
  if (!begun) return 0;
  const moment = begun.undone_at;
  const live = ofBatch(actor, batch, "done", sql`deleted_at is null`);
  const interviews = sql`user_id = ${actor.user_id} and deleted_at is null and ${isOfPostings(live)}`;
  await changeInChunks("interview", interviews, (which) => [
    sql`update interview set deleted_at = ${moment} where ${which}`,
  ]);
  const postings = await changeInChunks("job_posting", live, (which) => [
    trashImported(actor, batch, ofChunk(which), moment),
    logDeleted(actor.via, "job_posting", which, moment),
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
 * Brings the postings that an undo put into the trash back, with their sites and contacts; gives the number of
 * postings. In chunks as `undoBatch`. Throws `AppError` if the batch is not undone.
 */
export const restoreBatch = (...called: Parameters<typeof bringBack>): Promise<number> =>
  inImportTurn(called[0], () => bringBack(...called));

async function bringBack(actor: Actor, batch: OwnedBatch): Promise<number> {
  requireState(batch, "undone");
  // All that the undo put into the trash, and is still there, was deleted at one moment.
  const moment = batch.undone_at ?? "";
  const undone = ofBatch(actor, batch, "undone", sql`deleted_at = ${moment}`);
  const postings = await changeInChunks("job_posting", undone, (which) => [
    restoreImported(actor, ofChunk(which), moment),
    logRestored(actor, "job_posting", which),
    restoreRows(
      "job_site",
      sql`user_id = ${actor.user_id} and deleted_at is not null
        and id in (select job_site_id from job_posting where ${which})`,
    ),
    restoreRows("job_posting", which),
  ]);
  const interviews = sql`user_id = ${actor.user_id} and deleted_at = ${moment}
    and ${isOfPostings(sql`import_batch_id = ${batch.id}`)}`;
  await changeInChunks("interview", interviews, (which) => [restoreRows("interview", which)]);
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

/** The chunk as a condition on the alias `p`. */
const ofChunk = (which: SQL) => sql`p.id in (select id from job_posting where ${which})`;
