import "server-only";
import { type SQL, type SQLChunk, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { importBatch } from "../../db/schema/imports.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { contactsOfNew } from "../contacts/documented.ts";
import { isOnlyOf } from "../contacts/imported.ts";
import { now } from "../dates.ts";
import { insertInterviewsOf } from "../events/interviewed-at.ts";
import { deleteInChunks } from "../records/delete-in-chunks.ts";
import { countsAsNone } from "../statuses/conditions.ts";
import { savedStatus } from "../statuses/documented.ts";
import { draftFields } from "./plan/draft.ts";
import type { OwnedBatch } from "./queries.ts";
import { deleteKeptFile } from "./staging/kept-file.ts";
import { chunkAfter, deleteRows } from "./staging/rows.ts";
import { isTaken, type TakenByDefault } from "./staging/taken.ts";
import { ownBatch, requireState } from "./state.ts";
import { inImportTurn } from "./turns.ts";

/**
 * Writes those rows of a draft that the user takes, else those that are taken by default, as postings, with missing
 * sites and first events; gives the number of postings. A chunk of rows is a transaction, so that others have their
 * turn in between: where one fails, all are taken back, and after a crash the next call goes on. A repeated call
 * writes nothing. Throws `AppError` if the batch is not a draft.
 */
export const commitBatch = (...called: Parameters<typeof write>): Promise<number> =>
  inImportTurn(called[0], () => write(...called));

async function write(actor: Actor, batch: OwnedBatch, byDefault: TakenByDefault): Promise<number> {
  requireState(batch, "draft");
  if (batch.written_row === takingBack) await takeBack(actor, batch);
  let postings = 0;
  try {
    for (let after = Math.max(batch.written_row, 0); ; ) {
      const last = await chunkAfter(batch.id, after);
      if (last === null) break;
      postings += await writeChunk(actor, batch, isTaken(byDefault), { after, last });
      after = last;
    }
    await getDb().run(markDone(actor, batch));
  } catch (error) {
    await takeBack(actor, batch);
    throw error;
  }
  const isDone = sql`exists (select 1 from import_batch where ${ownBatch(actor, batch, "done")})`;
  await deleteKeptFile(batch.id, isDone);
  await deleteRows(batch.id, isDone);
  return postings;
}

type Chunk = { after: number; last: number };

async function writeChunk(
  actor: Actor,
  batch: OwnedBatch,
  wanted: SQL,
  { after, last }: Chunk,
): Promise<number> {
  const [before] = await getDb().all<{ id: number | null }>(
    sql`select max(id) as id from job_posting where import_batch_id = ${batch.id}`,
  );
  // Of two commits at the same moment, only one finds the batch as it was before the chunk.
  const isNext = sql`${ownBatch(actor, batch, "draft")} and written_row = ${after}`;
  const rows = sql`import_row r where r.batch_id = ${batch.id} and r.row_number > ${after}
    and r.row_number <= ${last} and r.posting is not null and ${wanted}
    and exists (select 1 from import_batch where ${isNext})`;
  const written = sql`import_batch_id = ${batch.id} and user_id = ${actor.user_id}
    and id > ${before?.id ?? 0} and exists (select 1 from import_batch where ${isNext})`;
  const results = await atomically([
    newSites(actor, batch, rows),
    newPostings(actor, batch, rows),
    insertInterviewsOf(written),
    ...firstEvents(actor, written),
    ...contactsOfNew(actor, "job_posting", sql`${written} and contact_person <> ''`),
    sql`update import_batch set written_row = ${last} where ${isNext}`,
  ]);
  return (results[1] as { changes: number }).changes;
}

/** Stands for the last row that is written while what was written is deleted, so that no commit goes on meanwhile. */
const takingBack = -1;

/** Deletes what an unfinished commit has written. */
export async function takeBack(actor: Actor, batch: OwnedBatch): Promise<void> {
  const isDraft = sql`exists (select 1 from import_batch where ${ownBatch(actor, batch, "draft")})`;
  const written = sql`import_batch_id = ${batch.id} and user_id = ${actor.user_id} and ${isDraft}`;
  await setWrittenRow(actor, batch, takingBack);
  const itsContacts = isOnlyOf(actor, batch, sql`p.import_batch_id = ${batch.id}`);
  // Their links, by which they are known, go before them.
  await deleteInChunks("contact", sql`${itsContacts} and ${isDraft}`, { still: isDraft });
  await deleteInChunks("job_posting", written);
  await atomically([
    sql`delete from job_site where ${written}
      and not exists (select 1 from job_posting p where p.job_site_id = job_site.id)`,
    setWrittenRow(actor, batch, 0),
  ]);
}

const setWrittenRow = (actor: Actor, batch: OwnedBatch, row: number) =>
  getDb()
    .update(importBatch)
    .set({ written_row: row })
    .where(ownBatch(actor, batch, "draft"));

const matchingSite = (actor: Actor) => sql`(select id from job_site where user_id = ${actor.user_id}
  and deleted_at is null and site_name collate nocase = r.site_name order by id limit 1)`;

function newSites(actor: Actor, batch: OwnedBatch, rows: SQL): SQL {
  return sql`insert into job_site (user_id, site_name, import_batch_id)
    select ${actor.user_id}, min(r.site_name), ${batch.id} from ${rows}
    and ${matchingSite(actor)} is null group by r.site_name collate nocase order by min(r.row_number)`;
}

function newPostings(actor: Actor, batch: OwnedBatch, rows: SQL): SQL {
  const list = (of: (name: string) => SQLChunk) => sql.join(draftFields.map(of), sql`, `);
  const columns = list((name) => sql.identifier(name));
  const values = list((name) => sql`json_extract(r.posting, ${`$.${name}`})`);
  return sql`insert into job_posting (user_id, import_batch_id, import_attention, job_site_id, ${columns})
    select ${actor.user_id}, ${batch.id}, r.reason <> '', ${matchingSite(actor)}, ${values}
    from ${rows} order by r.row_number`;
}

/** Inserts the postings' events: the import itself, and the dated steps that the file records. */
function firstEvents(actor: Actor, written: SQL): SQL[] {
  const moment = now();
  const log = (kind: string, at: SQL, to: SQL, which: SQL) => sql`insert into event
    (user_id, job_posting_id, kind, occurred_at, to_value, via)
    select user_id, id, ${kind}, ${at}, ${to}, 'import' from job_posting
    where ${written} and ${which}`;
  const none = sql`null`;
  return [
    log("imported", sql`${moment}`, sql`posting_status`, sql`true`),
    log(
      "applied",
      sql`applied_at`,
      none,
      sql`applied_at is not null and ${countsAsNone(sql`posting_status`, actor.user_id, [savedStatus])}`,
    ),
    log("stage", sql`${moment}`, sql`rejected_after_stage`, sql`rejected_after_stage <> ''`),
    sql`insert into event (user_id, job_posting_id, interview_id, kind, occurred_at, via)
      select user_id, job_posting_id, id, 'interview', starts_at, 'import' from interview
      where job_posting_id in (select id from job_posting where ${written})`,
    log("rejected", sql`rejected_at`, none, sql`rejected_at is not null`),
  ];
}

function markDone(actor: Actor, batch: OwnedBatch): SQL {
  const count = (table: SQL) =>
    sql`(select count(*) from ${table} where import_batch_id = ${batch.id})`;
  return sql`update import_batch set state = 'done', finished_at = ${now()},
    posting_count = ${count(sql`job_posting`)}, site_count = ${count(sql`job_site`)},
    attention_count = (select count(*) from job_posting
      where import_batch_id = ${batch.id} and import_attention)
    where ${ownBatch(actor, batch, "draft")} and written_row >= 0 and not exists
      (select 1 from import_row where batch_id = ${batch.id} and row_number > written_row)`;
}
