import "server-only";
import { type SQL, type SQLChunk, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { AppError } from "../errors.ts";
import { savedStatus } from "../postings/values.ts";
import { logRestored, restoreRows } from "../records/restoring.ts";
import { Analysis } from "./columns/analysis.ts";
import type { Encoding } from "./encoding/encodings.ts";
import { type Choices, dateColumnEvidence, deriveChoices } from "./plan/choices.ts";
import { withStatuses } from "./plan/chosen-statuses.ts";
import { draftFields } from "./plan/draft.ts";
import type { OwnedBatch } from "./queries.ts";
import { planBatch } from "./staging/plan.ts";
import { stagedRows } from "./staging/rows.ts";
import { restageFile } from "./staging/stage.ts";
import { isTaken, type TakenByDefault } from "./staging/taken.ts";
import { openUpload } from "./upload.ts";

const ownBatch = (actor: Actor, batch: OwnedBatch, state: string) =>
  sql`id = ${batch.id} and user_id = ${actor.user_id} and state = ${state}`;

/**
 * Saves changed column, date and status choices and plans the draft's rows again; what is not named stays.
 * Throws `AppError` if not a draft.
 */
export async function updateChoices(
  actor: Actor,
  batch: OwnedBatch,
  changed: Partial<Pick<Choices, "columns" | "order" | "statuses" | "dayOrStatus">>,
): Promise<void> {
  requireState(batch, "draft");
  const { detected, choices } = batch;
  const { dayOrStatus = choices.dayOrStatus } = changed;
  const { columns = choices.columns, order = choices.order, statuses = {} } = changed;
  const at = columns.indexOf("applied_at");
  const applied =
    choices.columns[at] === "applied_at"
      ? choices.applied
      : dateColumnEvidence(detected.headings[at] ?? "");
  const analysis = new Analysis(detected.headings);
  for await (const row of stagedRows(batch.id)) analysis.add(row);
  const chosen = {
    columns,
    applied,
    order,
    dayOrStatus,
    statuses: withStatuses(choices.statuses, statuses),
  };
  await planBatch(actor, batch, detected, analysis, deriveChoices(analysis, chosen));
}

/** Reads a draft's text file again in another encoding. Throws `Invalid` if its bytes were not kept. */
export async function readInEncoding(
  actor: Actor,
  batch: OwnedBatch,
  encoding: Encoding,
): Promise<void> {
  requireState(batch, "draft");
  const { path, clear } = await openUpload();
  try {
    await restageFile(actor, batch, path, encoding);
  } finally {
    await clear();
  }
}

/**
 * Writes those rows of a draft that the user takes, else those that are taken by default, as postings, with missing
 * sites and first events, in one transaction; gives the number of postings. A repeated call writes nothing.
 * Throws `AppError` if the batch is not a draft.
 */
export async function commitBatch(
  actor: Actor,
  batch: OwnedBatch,
  byDefault: TakenByDefault,
): Promise<number> {
  requireState(batch, "draft");
  const wanted = isTaken(byDefault);
  const results = await atomically([
    newSites(actor, batch, wanted),
    newPostings(actor, batch, wanted),
    ...firstEvents(actor, batch),
    markDone(actor, batch),
    // Deleted last, so that a concurrent second commit finds no rows.
    ...["import_row", "import_file"].map(
      (
        table,
      ) => sql`delete from ${sql.identifier(table)} where batch_id = (select id from import_batch
        where ${ownBatch(actor, batch, "done")})`,
    ),
  ]);
  return (results[1] as { changes: number }).changes;
}

/** The batch, where it is in that state. Throws an `AppError` (conflict). */
export function requireState(batch: OwnedBatch, wanted: OwnedBatch["state"]): OwnedBatch {
  if (batch.state === wanted) return batch;
  const labels = { draft: "a dry run", done: "written", undone: "undone" };
  throw new AppError(`This import is ${labels[batch.state]}.`);
}

const draftRows = (actor: Actor, batch: OwnedBatch, wanted: SQL) => sql`import_row r
  join import_batch b on b.id = r.batch_id and b.state = 'draft' and b.user_id = ${actor.user_id}
  where r.batch_id = ${batch.id} and r.posting is not null and ${wanted}`;

const matchingSite = (actor: Actor) => sql`(select id from job_site where user_id = ${actor.user_id}
  and deleted_at is null and site_name collate nocase = r.site_name order by id limit 1)`;

function newSites(actor: Actor, batch: OwnedBatch, wanted: SQL): SQL {
  return sql`insert into job_site (user_id, site_name, import_batch_id)
    select ${actor.user_id}, min(r.site_name), ${batch.id} from ${draftRows(actor, batch, wanted)}
    and ${matchingSite(actor)} is null group by r.site_name collate nocase order by min(r.row_number)`;
}

function newPostings(actor: Actor, batch: OwnedBatch, wanted: SQL): SQL {
  const list = (of: (name: string) => SQLChunk) => sql.join(draftFields.map(of), sql`, `);
  const columns = list((name) => sql.identifier(name));
  const values = list((name) => sql`json_extract(r.posting, ${`$.${name}`})`);
  return sql`insert into job_posting (user_id, import_batch_id, import_attention, job_site_id, ${columns})
    select ${actor.user_id}, ${batch.id}, r.reason <> '', ${matchingSite(actor)}, ${values}
    from ${draftRows(actor, batch, wanted)} order by r.row_number`;
}

/** Inserts the postings' events: the import itself, and the dated steps that the file records. */
function firstEvents(actor: Actor, batch: OwnedBatch): SQL[] {
  const moment = now();
  const log = (kind: string, at: SQL, to: SQL, which: SQL) => sql`insert into event
    (user_id, job_posting_id, kind, occurred_at, to_value, via)
    select user_id, id, ${kind}, ${at}, ${to}, 'import' from job_posting
    where import_batch_id = ${batch.id} and user_id = ${actor.user_id} and ${which}
    and exists (select 1 from import_batch where ${ownBatch(actor, batch, "draft")})`;
  const none = sql`null`;
  return [
    log("imported", sql`${moment}`, sql`posting_status`, sql`true`),
    log(
      "applied",
      sql`applied_at`,
      none,
      sql`applied_at is not null and posting_status <> ${savedStatus}`,
    ),
    log("stage", sql`${moment}`, sql`rejected_after_stage`, sql`rejected_after_stage <> ''`),
    log("interview", sql`interviewed_at`, none, sql`interviewed_at is not null`),
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
    where ${ownBatch(actor, batch, "draft")}`;
}

/**
 * Moves a batch's postings to the trash, with those of its sites that have no other posting; gives the
 * number of postings. Throws `AppError` if the batch is not written or already undone.
 */
export async function undoBatch(actor: Actor, batch: OwnedBatch): Promise<number> {
  requireState(batch, "done");
  const moment = now();
  const live = sql`user_id = ${actor.user_id} and import_batch_id = ${batch.id}
    and deleted_at is null
    and exists (select 1 from import_batch where ${ownBatch(actor, batch, "done")})`;
  const results = await atomically([
    sql`insert into event (user_id, job_posting_id, kind, occurred_at, via)
      select user_id, id, 'deleted', ${moment}, ${actor.via} from job_posting where ${live}`,
    sql`update job_posting set deleted_at = ${moment} where ${live}`,
    sql`update job_site set deleted_at = ${moment} where ${live} and not exists
      (select 1 from job_posting p where p.job_site_id = job_site.id and p.deleted_at is null)`,
    sql`update import_batch set state = 'undone', undone_at = ${moment}
      where ${ownBatch(actor, batch, "done")}`,
  ]);
  return (results[1] as { changes: number }).changes;
}

// What the undo of a batch put into the trash, and is still there: all of it was deleted at one moment.
const undone = (actor: Actor, batch: OwnedBatch) => sql`user_id = ${actor.user_id}
  and import_batch_id = ${batch.id} and deleted_at = ${batch.undone_at}
  and exists (select 1 from import_batch where ${ownBatch(actor, batch, "undone")})`;

/**
 * Brings the postings that an undo put into the trash back, with their sites; gives the number of postings.
 * Throws `AppError` if the batch is not undone.
 */
export async function restoreBatch(actor: Actor, batch: OwnedBatch): Promise<number> {
  requireState(batch, "undone");
  const which = undone(actor, batch);
  const theirSites = sql`user_id = ${actor.user_id} and deleted_at is not null
    and (id in (select job_site_id from job_posting where ${which}) or (${which}))`;
  const results = await atomically([
    logRestored(actor, "job_posting", which),
    restoreRows("job_site", theirSites),
    restoreRows("job_posting", which),
    sql`update import_batch set state = 'done', undone_at = null
      where ${ownBatch(actor, batch, "undone")}`,
  ]);
  return (results[2] as { changes: number }).changes;
}

/** Deletes a draft. */
export async function discardBatch(actor: Actor, batch: OwnedBatch): Promise<void> {
  await getDb().run(sql`delete from import_batch where ${ownBatch(actor, batch, "draft")}`);
}
