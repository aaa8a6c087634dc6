import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { deleteKeptFile } from "./kept-file.ts";
import { deleteRows } from "./rows.ts";

/**
 * Deletes the draft that fits the condition with its rows and its file, in chunks: together they may have tens of
 * megabytes. It cannot be seen or written from the first step on; the daily cleanup deletes what a crash left of it.
 */
export async function deleteDraft(isDraft: SQL): Promise<void> {
  const [draft] = await getDb().all<{ id: number }>(sql`update import_batch
    set detected = null, written_row = -1 where state = 'draft' and ${isDraft} returning id`);
  if (!draft) return;
  await deleteRows(draft.id);
  await deleteKeptFile(draft.id);
  await getDb().run(sql`delete from import_batch where id = ${draft.id} and state = 'draft'`);
}
