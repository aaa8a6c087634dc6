import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { ownTurn } from "../runtime/event-loop.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";

const rowsPerChunk = { first: 50, least: 10, most: 1_000 };

/**
 * Derives the facts anew of postings that a changed word made stale, a chunk at a time; others have their turn in
 * between. What an interrupted process left is there for the next call: everybody's, or one person's.
 */
export async function settleFacts(userId?: number): Promise<void> {
  const size = new FittingRows(rowsPerChunk);
  const whose = userId === undefined ? sql`true` : sql`user_id = ${userId}`;
  for (;;) {
    await ownTurn();
    const isOver = await size.measure(async (rows) => {
      const gone = await getDb().all(sql`
        delete from posting_fact_stale where (user_id, job_posting_id) in (
          select user_id, job_posting_id from posting_fact_stale where ${whose} limit ${rows})
        returning job_posting_id`);
      return gone.length < rows;
    });
    if (isOver) return;
  }
}
