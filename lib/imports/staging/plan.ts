import { and, eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { importBatch } from "../../../db/schema/imports.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { statusesOf } from "../../statuses/queries.ts";
import type { Analysis } from "../columns/analysis.ts";
import { columnName } from "../columns/headings.ts";
import { statusByMeaning } from "../plan/application.ts";
import type { Choices } from "../plan/choices.ts";
import { columnQuestions } from "../plan/column-questions.ts";
import { planContext, planRows } from "../plan/file.ts";
import { dateQuestions } from "../questions.ts";
import type { Detected, Outcome } from "../schema.ts";
import { readStatus } from "../vocabulary/status.ts";
import { outcomesOf } from "./outcomes.ts";
import { partKind } from "./reasons.ts";
import { forEachChunk, inChunks, stagedRows, writePlans } from "./rows.ts";

type Source = Pick<
  Detected,
  "kind" | "encoding" | "encodingGuessed" | "delimiter" | "sheet" | "header_row" | "notes"
>;

/**
 * Stores how a draft is read, plans all its rows and counts the verdicts; writes only to the draft.
 * `onRows` is told how many rows are planned, and may throw to cancel.
 */
export async function planBatch(
  actor: Actor,
  { id, file_name }: { id: number; file_name: string },
  source: Source,
  analysis: Analysis,
  choices: Choices,
  onRows?: (rows: number) => void,
): Promise<void> {
  const storeReading = (outcomes: Outcome[]) =>
    getDb()
      .update(importBatch)
      .set({ choices, detected: { ...describeFile(source, analysis, choices), outcomes } })
      .where(and(eq(importBatch.id, id), eq(importBatch.user_id, actor.user_id)));
  await storeReading([]);
  await forEachChunk(id, (range) =>
    getDb().run(sql`update import_row set verdict = null, posting = null
      where batch_id = ${id} and ${range} and verdict is not null`),
  );
  const { standing } = await statusesOf(actor);
  const { time_zone } = actor;
  const context = planContext(analysis.headings, choices, time_zone, file_name, standing);
  let done = 0;
  for await (const chunk of inChunks(planRows(stagedRows(id), context))) {
    await writePlans(id, chunk);
    done += chunk.length;
    onRows?.(done);
  }
  await getDb().run(sql`update import_row set verdict = 'skipped', reason = ${partKind},
      reason_kind = ${partKind} where batch_id = ${id} and verdict is null`);
  await storeReading(await outcomesOf(id, choices));
  await markDuplicates(actor, id, context.moment);
  await countVerdicts(id);
}

/**
 * Duplicate detection against existing postings: same company, title and day, or same title and URL. The reason
 * goes into a comment too, for those that are taken all the same.
 */
async function markDuplicates(actor: Actor, batchId: number, moment: string): Promise<void> {
  const mine = sql`from job_posting where user_id = ${actor.user_id} and deleted_at is null`;
  const field = (name: string) => sql`posting ->> ${`$.${name}`}`;
  // By the index of the column: the other postings are not read.
  const named = (column: "company_name" | "posting_title", range: SQL) =>
    sql`${sql.identifier(column)} collate nocase in
      (select ${field(column)} from import_row where batch_id = ${batchId} and ${range})`;
  const mark = (same: string, range: SQL) => {
    const reason = `It is in Foothold already, with the same ${same}.`;
    const comment = sql`json_object('id', json_array_length(posting, '$.comments') + 1,
      'commented_at', ${moment}, 'comment_type', 'Note', 'comment_content', ${`<p>${reason}</p>`})`;
    return sql`update import_row set verdict = 'duplicate', reason = ${reason},
        posting = json_insert(posting, '$.comments[#]', ${comment})
      where batch_id = ${batchId} and ${range} and verdict in ('new', 'attention') and `;
  };
  const markRange = async (range: SQL) => {
    await getDb().run(sql`${mark("company, title and day", range)}
    ${field("company_name")} <> '' and (lower(${field("company_name")}), lower(${field("posting_title")}),
      ifnull(substr(${field("applied_at")}, 1, 10), '')) in
      (select lower(company_name), lower(posting_title), ifnull(substr(applied_at, 1, 10), '') ${mine}
        and ${named("company_name", range)})`);
    await getDb().run(sql`${mark("title and address", range)} ${field("posting_url_full")} <> ''
    and (${field("posting_url_full")}, lower(${field("posting_title")})) in
      (select posting_url_full, lower(posting_title) ${mine} and ${named("posting_title", range)})`);
  };
  await forEachChunk(batchId, markRange);
}

async function countVerdicts(batchId: number): Promise<void> {
  const count = (verdict: string) => sql`(select count(*) from import_row
    where batch_id = ${batchId} and verdict = ${verdict})`;
  await getDb().run(sql`update import_batch set posting_count = ${count("new")},
    attention_count = ${count("attention")}, duplicate_count = ${count("duplicate")}
    where id = ${batchId}`);
}

const maxWords = 80;

/** The description of a file that is stored with the batch and shown by the dry run's page. */
function describeFile(
  source: Source,
  analysis: Analysis,
  choices: Choices,
): Omit<Detected, "outcomes"> {
  const { headings, stats, rows } = analysis;
  return {
    kind: source.kind,
    encoding: source.encoding,
    encodingGuessed: source.encodingGuessed,
    delimiter: source.delimiter,
    sheet: source.sheet,
    header_row: source.header_row,
    notes: source.notes,
    headings,
    rows,
    columns: stats.map(({ filled, values }, at) => ({
      name: columnName(headings, at),
      filled,
      examples: [...values.keys()].slice(0, 3).map((text) => text.slice(0, 60)),
    })),
    words: statusWordsIn(analysis, choices),
    questions: [...dateQuestions(analysis, choices), ...columnQuestions(analysis, choices)],
  };
}

function statusWordsIn({ stats }: Analysis, { columns }: Choices): Detected["words"] {
  const counts = new Map<string, number>();
  for (const [at, target] of columns.entries()) {
    if (target !== "posting_status") continue;
    for (const [word, count] of stats[at]?.values ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + count);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxWords)
    .map(([word, count]) => ({ word, count, status: guessStatus(word) }));
}

function guessStatus(word: string): string {
  const meaning = readStatus(word)?.meaning ?? "unclear";
  return meaning === "unclear" ? "" : statusByMeaning[meaning];
}
