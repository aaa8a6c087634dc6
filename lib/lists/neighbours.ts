import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { OwnedTable } from "../records/conditions.ts";

/** Where a row stands in a list, and the ids beside it. */
export type Neighbours = {
  /** counted from 1; null where it no longer fits the list */
  position: number | null;
  total: number;
  previous: number | null;
  next: number | null;
};

type Row = Omit<Neighbours, "total"> & { fits: number };

/**
 * The neighbours of a row in a list of a condition and an order. One that no longer fits stands where its values put
 * it, so that its list can be gone through while it is changed.
 */
export async function neighboursOf(
  table: OwnedTable,
  where: SQL | undefined,
  order: SQL[],
  id: number,
): Promise<Neighbours> {
  const by = sql`(order by ${sql.join(order, sql`, `)})`;
  const [total, rows] = await Promise.all([
    getDb().$count(table, where),
    getDb().all<Row>(sql`
      with listed as (select ${table.id} as id from ${table} where ${where} union select ${id}),
      ordered as (
        select ${table.id} as id, row_number() over ${by} as position,
          lag(${table.id}) over ${by} as previous, lead(${table.id}) over ${by} as next
        from ${table} where ${table.id} in (select id from listed))
      select position, previous, next,
        exists (select 1 from ${table} where ${table.id} = ${id} and (${where})) as fits
      from ordered where id = ${id}`),
  ]);
  const { fits, position, previous, next } = rows[0] ?? { fits: 0, previous: null, next: null };
  return { position: fits ? (position ?? null) : null, total, previous, next };
}
