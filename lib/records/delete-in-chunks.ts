import { setImmediate } from "node:timers/promises";
import { is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { getDb } from "../../db/client.ts";
import * as people from "../../db/schema/people.ts";
import * as snapshots from "../../db/schema/snapshots.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";

/** Few at first, since a row may take much along. */
const rowsPerChunk = { first: 10, least: 2, most: 200 };

type Options = {
  bounds?: ConstructorParameters<typeof FittingRows>[0];
  /** must hold until a row is deleted */
  still?: SQL;
};

/**
 * Deletes the rows of a table that fit the condition, a chunk at a time, so that others have their turn in between.
 * What belongs to a row goes before it: a row takes along what is left, thousands perhaps, in one statement.
 */
export async function deleteInChunks(
  table: string,
  which: SQL,
  { bounds = rowsPerChunk, still = which }: Options = {},
): Promise<void> {
  const name = sql.identifier(table);
  const size = new FittingRows(bounds);
  for (let isMore = true; isMore; ) {
    const limit = size.rows;
    const found = await getDb().all<{ id: number }>(
      sql`select id from ${name} where ${which} limit ${limit}`,
    );
    if (found.length === 0) return;
    const ids = JSON.stringify(found.map(({ id }) => id));
    const chunk = sql`id in (select value from json_each(${ids})) and ${still}`;
    for (const { from, column } of belonging(table))
      await deleteInChunks(
        from,
        sql`${sql.identifier(column)} in (select id from ${name} where ${chunk})`,
      );
    await size.measure(async () => getDb().run(sql`delete from ${name} where ${chunk}`));
    isMore = found.length === limit;
    await setImmediate();
  }
}

/** The columns of contacts' links, interviews, follow-ups and snapshots by which rows go along with those of a table. */
function belonging(table: string): { from: string; column: string }[] {
  return Object.values({ ...people, ...snapshots }).flatMap((each) => {
    if (!is(each, SQLiteTable)) return [];
    const { name, foreignKeys } = getTableConfig(each);
    return foreignKeys
      .map((key) => key.reference())
      .filter(({ foreignTable }) => getTableConfig(foreignTable).name === table)
      .map(({ columns }) => ({ from: name, column: columns[0]?.name ?? "" }));
  });
}
