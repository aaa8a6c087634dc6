import { setImmediate } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { deleteInChunks } from "../../records/delete-in-chunks.ts";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { FittingRows } from "../../runtime/fitting-rows.ts";
import type { PlannedRow } from "../plan/draft.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { reasonKind } from "./reasons.ts";

/** Rows per read or write: bounds memory and lets other requests run in between. */
const chunkSize = 200;

/** Collects items into chunks, the last one maybe empty, and yields to the event loop after each. */
export async function* inChunks<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  const yieldIfLong = yieldEvery();
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    await yieldIfLong();
    if (chunk.length < chunkSize) continue;
    yield chunk;
    await setImmediate();
    chunk = [];
  }
  yield chunk;
  await setImmediate();
}

/** Keyset pagination: streams rows in the order of a key, a chunk at a time; yields to the event loop in between. */
export async function* streamByKey<T>(
  rowsAfter: (key: number, limit: number) => PromiseLike<T[]>,
  keyOf: (row: T) => number,
): AsyncGenerator<T> {
  // Few at first: rows of the longest cells have half a megabyte each.
  const size = new FittingRows({ first: 10, least: 1, most: chunkSize });
  for (let key = 0; ; ) {
    const limit = size.rows;
    const rows = await size.measure(async () => rowsAfter(key, limit));
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    key = keyOf(last);
    await setImmediate();
  }
}

/** The most characters of rows that are written at once: rows of the longest cells have half a megabyte each. */
const maxWrittenChars = 500_000;

/** Writes rows as JSON lists of so many characters or one row, and lets others have their turn in between. */
async function writeInPieces(
  rows: readonly object[],
  write: (json: string) => PromiseLike<unknown>,
): Promise<void> {
  let piece: string[] = [];
  let chars = 0;
  const writePiece = async () => {
    await write(`[${piece.join(",")}]`);
    [piece, chars] = [[], 0];
  };
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (chars > 0 && chars + json.length > maxWrittenChars) {
      await writePiece();
      await setImmediate();
    }
    piece.push(json);
    chars += json.length;
  }
  if (piece.length > 0) await writePiece();
}

/** Inserts a file's rows into a draft, unplanned. */
export async function insertRows(batchId: number, rows: readonly SheetRow[]): Promise<void> {
  await writeInPieces(rows, (json) =>
    getDb().run(sql`insert into import_row (batch_id, row_number, cells, remark)
      select ${batchId}, value ->> 'number', value -> 'cells', ifnull(value ->> 'remark', '')
      from json_each(${json})`),
  );
}

/** Deletes those of a draft's rows that fit the condition, few at first: one of the longest cells has half a megabyte. */
export const deleteRows = (batchId: number, which = sql`true`): Promise<void> =>
  deleteInChunks("import_row", sql`batch_id = ${batchId} and ${which}`, {
    bounds: { first: 1, least: 1, most: chunkSize },
  });

/** Streams a draft's rows in sheet order. */
export async function* stagedRows(batchId: number): AsyncGenerator<SheetRow> {
  const rows = streamByKey(
    (last, limit) =>
      getDb().all<{ number: number; cells: string; remark: string }>(sql`
        select row_number as number, cells, remark from import_row
        where batch_id = ${batchId} and row_number > ${last} order by row_number limit ${limit}`),
    ({ number }) => number,
  );
  for await (const { number, cells, remark } of rows) {
    yield { number, cells: JSON.parse(cells) as string[], ...(remark ? { remark } : {}) };
  }
}

/** The last row number of the chunk of a draft's rows after one; null where there are no more. */
export async function chunkAfter(batchId: number, after: number): Promise<number | null> {
  const [chunk] = await getDb().all<{ last: number | null }>(sql`
    select max(row_number) as last from (select row_number from import_row
      where batch_id = ${batchId} and row_number > ${after} order by row_number limit ${chunkSize})`);
  return chunk?.last ?? null;
}

/** Runs a statement on a draft's rows, a chunk at a time: `range` is the condition on `row_number`. */
export async function forEachChunk(
  batchId: number,
  run: (range: SQL) => PromiseLike<unknown>,
): Promise<void> {
  for (let after = 0; ; ) {
    const last = await chunkAfter(batchId, after);
    if (last === null) return;
    await run(sql`row_number > ${after} and row_number <= ${last}`);
    await setImmediate();
    after = last;
  }
}

/** Updates rows with their plans; what the user said about a row stays while its question is the same. */
export async function writePlans(batchId: number, planned: readonly PlannedRow[]): Promise<void> {
  const plans = planned.map((row) => ({
    number: row.number,
    verdict: row.verdict,
    reason: row.reasons.join(" "),
    kind: reasonKind(row),
    draft: row.draft,
    site_name: row.site_name,
    answered: Boolean(row.draft?.interviewed_at || row.draft?.rejected_at),
  }));
  // Materialized, or SQLite would parse the JSON again for each row.
  await writeInPieces(plans, (json) =>
    getDb().run(sql`with plan as materialized (
      select value ->> 'number' as number, value ->> 'verdict' as verdict,
        value ->> 'reason' as reason, value ->> 'kind' as kind,
        nullif(value -> 'draft', 'null') as posting, value ->> 'site_name' as site_name,
        value ->> 'answered' as answered
      from json_each(${json}))
    update import_row set verdict = plan.verdict, reason = plan.reason, posting = plan.posting,
      site_name = plan.site_name, has_answer_day = plan.answered,
      reason_kind = plan.kind, taken = iif(reason_kind = plan.kind, taken, null)
    from plan where batch_id = ${batchId} and row_number = plan.number`),
  );
}
