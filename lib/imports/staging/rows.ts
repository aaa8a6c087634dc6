import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Row } from "../book/book.ts";
import type { PlannedRow } from "../plan/draft.ts";

/** How many rows go to and from the database at once: memory stays flat, and others get a turn. */
export const chunkSize = 500;

/** Puts rows of a file into a draft as they are. */
export async function insertRows(batchId: number, rows: readonly Row[]): Promise<void> {
  const json = JSON.stringify(rows.map(({ number, cells }) => ({ number, cells })));
  await getDb().run(sql`insert into import_row (batch_id, row_number, cells)
    select ${batchId}, value ->> 'number', value -> 'cells' from json_each(${json})`);
}

/** Reads a draft's rows in the order of the sheet, a chunk at a time. */
export async function* stagedRows(batchId: number): AsyncGenerator<Row> {
  for (let last = 0; ; ) {
    const chunk = await getDb().all<{ number: number; cells: string }>(sql`
      select row_number as number, cells from import_row
      where batch_id = ${batchId} and row_number > ${last} order by row_number limit ${chunkSize}`);
    for (const { number, cells } of chunk) yield { number, cells: JSON.parse(cells) as string[] };
    last = chunk.at(-1)?.number ?? 0;
    if (chunk.length < chunkSize) return;
  }
}

/** Writes what becomes of rows beside them. */
export async function writePlans(batchId: number, planned: readonly PlannedRow[]): Promise<void> {
  const json = JSON.stringify(
    planned.map(({ number, verdict, reasons, draft, site_name }) => ({
      number,
      verdict,
      reason: reasons.join(" "),
      draft,
      site_name,
    })),
  );
  // Materialized: else the text would be parsed anew for each row of the draft.
  await getDb().run(sql`with plan as materialized (
      select value ->> 'number' as number, value ->> 'verdict' as verdict,
        value ->> 'reason' as reason, nullif(value -> 'draft', 'null') as posting,
        value ->> 'site_name' as site_name
      from json_each(${json}))
    update import_row set verdict = plan.verdict, reason = plan.reason, posting = plan.posting,
      site_name = plan.site_name
    from plan where batch_id = ${batchId} and row_number = plan.number`);
}
