import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { deleteInChunks } from "../../records/delete-in-chunks.ts";

/**
 * Deletes the draft that fits the condition with its rows and its file, in chunks: together they may have tens of
 * megabytes. It cannot be seen or written from the first step on; the daily cleanup deletes what a crash left of it.
 */
export async function deleteDraft(isDraft: SQL): Promise<void> {
  const [draft] = await getDb().all<{ id: number }>(sql`update import_batch
    set detected = null, written_row = -1 where state = 'draft' and ${isDraft} returning id`);
  if (!draft) return;
  await deleteInChunks("import_row", sql`batch_id = ${draft.id}`, { bounds: longRows });
  await deleteInChunks("import_file", sql`batch_id = ${draft.id}`, { bounds: oneFilePart });
  await getDb().run(sql`delete from import_batch where id = ${draft.id} and state = 'draft'`);
}

/** A row of the longest cells has more than half a megabyte, a part of a file one. */
const longRows = { first: 1, least: 1, most: 200 };
const oneFilePart = { first: 1, least: 1, most: 1 };
