import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { type OwnedTable, own } from "../records/conditions.ts";

/** Where a row stands in a list, and the ids beside it. */
export type Neighbours = {
  /** counted from 1; null where it no longer fits the list */
  position: number | null;
  total: number;
  previous: number | null;
  next: number | null;
};

/**
 * The neighbours of one of the actor's rows in a list of a condition and an order. One that no longer fits stands where
 * its values put it, so that its list can be gone through while it is changed.
 */
export async function neighboursOf(
  actor: Actor,
  table: OwnedTable,
  where: SQL | undefined,
  order: SQL[],
  id: number,
): Promise<Neighbours> {
  // Read once as one text of ids: window functions sorted the rows three times.
  const [[row], fitting] = await Promise.all([
    getDb().all<{ ids: string }>(sql`select json_group_array(id) as ids from (
      select ${table.id} as id from ${table} where ${table.id} in (
        select ${table.id} from ${table} where ${where}
        union select ${table.id} from ${table} where ${own(table, actor, id)})
      order by ${sql.join(order, sql`, `)})`),
    getDb().$count(table, and(where, eq(table.id, id))),
  ]);
  const ids = JSON.parse(row?.ids ?? "[]") as number[];
  const at = ids.indexOf(id);
  const beside = (index: number) => (at < 0 ? null : (ids[index] ?? null));
  return {
    position: fitting > 0 ? at + 1 : null,
    total: ids.length - (at >= 0 && fitting === 0 ? 1 : 0),
    previous: beside(at - 1),
    next: beside(at + 1),
  };
}
