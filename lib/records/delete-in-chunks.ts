import { setImmediate } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";

/** Few at first, since a row may take much along. */
const rowsPerChunk = { first: 10, least: 2, most: 200 };

/** Deletes the rows of a table that fit the condition, a chunk at a time, so that others have their turn in between. */
export async function deleteInChunks(
  table: string,
  which: SQL,
  bounds = rowsPerChunk,
): Promise<void> {
  const name = sql.identifier(table);
  const size = new FittingRows(bounds);
  for (let isMore = true; isMore; ) {
    isMore = await size.measure(async (limit) => {
      const chunk = sql`select id from ${name} where ${which} limit ${limit}`;
      const gone = await getDb().all(sql`delete from ${name} where id in (${chunk}) returning 1`);
      return gone.length === limit;
    });
    await setImmediate();
  }
}
