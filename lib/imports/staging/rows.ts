import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { PlannedRow } from "../plan/draft.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";

/** Rows per read or write: bounds memory and lets other requests run in between. */
const chunkSize = 500;

/** Collects items into chunks, the last one maybe empty, and yields to the event loop after each. */
export async function* inChunks<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    await setImmediate();
    chunk = [];
  }
  yield chunk;
  await setImmediate();
}

/** Keyset pagination: streams rows in the order of a key, a chunk at a time. */
export async function* streamByKey<T>(
  rowsAfter: (key: number, limit: number) => PromiseLike<T[]>,
  keyOf: (row: T) => number,
): AsyncGenerator<T> {
  for (let key = 0; ; ) {
    const rows = await rowsAfter(key, chunkSize);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < chunkSize) return;
    key = keyOf(last);
  }
}

/** Inserts a file's rows into a draft, unplanned. */
export async function insertRows(batchId: number, rows: readonly SheetRow[]): Promise<void> {
  await getDb().run(sql`insert into import_row (batch_id, row_number, cells, remark)
    select ${batchId}, value ->> 'number', value -> 'cells', ifnull(value ->> 'remark', '')
    from json_each(${JSON.stringify(rows)})`);
}

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

/** Updates rows with their plans. */
export async function writePlans(batchId: number, planned: readonly PlannedRow[]): Promise<void> {
  const json = JSON.stringify(
    planned.map(({ reasons, ...plan }) => ({ ...plan, reason: reasons.join(" ") })),
  );
  // Materialized, or SQLite would parse the JSON again for each row.
  await getDb().run(sql`with plan as materialized (
      select value ->> 'number' as number, value ->> 'verdict' as verdict,
        value ->> 'reason' as reason, nullif(value -> 'draft', 'null') as posting,
        value ->> 'site_name' as site_name
      from json_each(${json}))
    update import_row set verdict = plan.verdict, reason = plan.reason, posting = plan.posting,
      site_name = plan.site_name
    from plan where batch_id = ${batchId} and row_number = plan.number`);
}
