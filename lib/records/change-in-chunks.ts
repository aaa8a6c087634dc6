import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";

/** Enough that few changes need a second transaction, and few enough for a slow disk. */
const rowsPerChunk = { first: 100, least: 25, most: 400 };

/** Statements of the same transaction as the first chunk, or as the last; where one chunk is enough, of the only one. */
type Around = { first?: readonly Statement[]; last?: readonly Statement[] };

/**
 * Runs statements on the rows of a table that fit a condition, by id, a chunk and a transaction at a time, so that
 * others have their turn in between. Gives how many rows the last of the statements changed.
 */
export async function changeInChunks(
  table: string,
  which: SQL,
  statements: (chunk: SQL) => SQL[],
  { first = [], last = [] }: Around = {},
): Promise<number> {
  const size = new FittingRows(rowsPerChunk);
  let changed = 0;
  for (let after = 0; ; ) {
    const begin = after === 0 ? first : [];
    const end = await size.measure(async (limit) => {
      const chunk = await chunkAfter(table, which, after, limit);
      const own = chunk.rows > 0 ? statements(inside(after, chunk.last, which)) : [];
      const all = [...begin, ...own, ...(chunk.rows < limit ? last : [])];
      const results = all.length > 0 ? await atomically(all) : [];
      const result = results[begin.length + own.length - 1] as { changes: number } | undefined;
      if (own.length > 0) changed += result?.changes ?? 0;
      return chunk.rows < limit ? null : chunk.last;
    });
    if (end === null) return changed;
    after = end;
  }
}

const inside = (after: number, last: number, which: SQL) =>
  sql`id > ${after} and id <= ${last} and ${which}`;

async function chunkAfter(table: string, which: SQL, after: number, limit: number) {
  const [chunk] = await getDb().all<{ last: number | null; rows: number }>(sql`
    select max(id) as last, count(*) as rows from (select id from ${sql.identifier(table)}
      where id > ${after} and ${which} order by id limit ${limit})`);
  return { last: chunk?.last ?? 0, rows: chunk?.rows ?? 0 };
}
