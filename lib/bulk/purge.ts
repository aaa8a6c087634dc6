import { sql } from "drizzle-orm";
import { deleteInChunks } from "../records/delete-in-chunks.ts";
import { keptSince } from "./queries.ts";

/** Removes what is kept of anybody's changes of many once these can no longer be undone; for the daily cleanup. */
export async function purgeBulkChanges(): Promise<void> {
  const old = sql`created_at <= ${keptSince()}`;
  // Each one's thousands of rows go before it.
  await deleteInChunks(
    "bulk_change_row",
    sql`bulk_change_id in (select id from bulk_change where ${old})`,
  );
  await deleteInChunks("bulk_change", old);
}
