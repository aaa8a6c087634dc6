import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import type { PlannedRow } from "../plan/draft.ts";
import { planContext, planRows } from "../plan/file.ts";
import type { BatchChoices } from "../schema.ts";
import { chunkSize, stagedRows, writePlans } from "./rows.ts";

export type DraftBatch = {
  id: number;
  file_name: string;
  headings: string[];
  choices: BatchChoices;
};

/** Progress callback with the number of planned rows; may throw to cancel. */
export type OnPlannedRows = (rows: number) => void;

/** Plans all rows of a draft and counts the verdicts; writes only to the draft. */
export async function planBatch(
  actor: Actor,
  batch: DraftBatch,
  onRows?: OnPlannedRows,
): Promise<void> {
  const { id, file_name, headings, choices } = batch;
  await getDb().run(
    sql`update import_row set verdict = null, posting = null where batch_id = ${id}`,
  );
  const context = planContext(headings, choices, actor.time_zone, file_name);
  let chunk: PlannedRow[] = [];
  let done = 0;
  const flush = async () => {
    await writePlans(id, chunk);
    done += chunk.length;
    chunk = [];
    onRows?.(done);
    // Planning is synchronous; this yields to the event loop between chunks.
    await setImmediate();
  };
  for await (const planned of planRows(stagedRows(id), context)) {
    chunk.push(planned);
    if (chunk.length >= chunkSize) await flush();
  }
  await flush();
  await getDb().run(sql`update import_row set verdict = 'skipped', reason = 'Part of the row above'
    where batch_id = ${id} and verdict is null`);
  await markDuplicates(actor, id);
  await countVerdicts(id);
}

/**
 * Duplicate detection against existing postings: same company, title and day, or same title and URL.
 * SQLite builds each subquery's set once per statement, so large hunts stay fast.
 */
async function markDuplicates(actor: Actor, batchId: number): Promise<void> {
  const mine = sql`from job_posting where user_id = ${actor.user_id} and deleted_at is null`;
  const field = (name: string) => sql`posting ->> ${`$.${name}`}`;
  const mark = (same: string) => sql`update import_row set verdict = 'duplicate',
      reason = ${`It is in Foothold already, with the same ${same}.`}
    where batch_id = ${batchId} and verdict in ('new', 'attention') and `;
  await getDb().run(sql`${mark("company, title and day")}
    ${field("company_name")} <> '' and (lower(${field("company_name")}), lower(${field("posting_title")}),
      ifnull(substr(${field("applied_at")}, 1, 10), '')) in
      (select lower(company_name), lower(posting_title), ifnull(substr(applied_at, 1, 10), '') ${mine})`);
  await getDb().run(sql`${mark("title and address")} ${field("posting_url_full")} <> ''
    and (${field("posting_url_full")}, lower(${field("posting_title")})) in
      (select posting_url_full, lower(posting_title) ${mine})`);
}

async function countVerdicts(batchId: number): Promise<void> {
  const count = (verdict: string) => sql`(select count(*) from import_row
    where batch_id = ${batchId} and verdict = ${verdict})`;
  await getDb().run(sql`update import_batch set posting_count = ${count("new")},
    attention_count = ${count("attention")}, duplicate_count = ${count("duplicate")}
    where id = ${batchId}`);
}
