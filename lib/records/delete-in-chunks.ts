import { setImmediate } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";

/** Few enough for 50 ms with all that a row takes along. */
const chunkSize = 100;

/** Deletes the rows of a table that fit the condition, a chunk at a time, so that others have their turn in between. */
export async function deleteInChunks(table: string, which: SQL): Promise<void> {
  const name = sql.identifier(table);
  for (let gone = chunkSize; gone === chunkSize; ) {
    const chunk = sql`select id from ${name} where ${which} limit ${chunkSize}`;
    gone = (await getDb().all(sql`delete from ${name} where id in (${chunk}) returning 1`)).length;
    await setImmediate();
  }
}
