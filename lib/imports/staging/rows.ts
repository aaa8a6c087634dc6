import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { PlannedRow } from "../plan/draft.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";

/** Rows per read or write: bounds memory and lets other requests run in between. */
export const chunkSize = 500;

/** Inserts a file's rows into a draft, unplanned. */
export async function insertRows(batchId: number, rows: readonly SheetRow[]): Promise<void> {
  const json = JSON.stringify(rows.map(({ number, cells }) => ({ number, cells })));
  await getDb().run(sql`insert into import_row (batch_id, row_number, cells)
    select ${batchId}, value ->> 'number', value -> 'cells' from json_each(${json})`);
}

/** Streams a draft's rows in sheet order, in chunks. */
export async function* stagedRows(batchId: number): AsyncGenerator<SheetRow> {
  for (let last = 0; ; ) {
    const chunk = await getDb().all<{ number: number; cells: string }>(sql`
      select row_number as number, cells from import_row
      where batch_id = ${batchId} and row_number > ${last} order by row_number limit ${chunkSize}`);
    for (const { number, cells } of chunk) yield { number, cells: JSON.parse(cells) as string[] };
    last = chunk.at(-1)?.number ?? 0;
    if (chunk.length < chunkSize) return;
  }
}

/** Updates rows with their plans. */
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
