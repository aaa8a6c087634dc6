import "server-only";
import { preparedRow } from "../../db/prepared-query.ts";
import { type Actor, asOwned, type Owned } from "../accounts/auth/actor.ts";
import type { OwnedTable } from "./conditions.ts";

type Row = { user_id: number; deleted_at: string | null };

/** Makes the reader of a whole row. It throws `NotFound`, or `Forbidden` where the row is another person's. */
export function ownedRowReader<Table extends OwnedTable & { $inferSelect: Row }>(table: Table) {
  const find = preparedRow(table);
  return async (actor: Actor, id: number): Promise<Owned<Table["$inferSelect"]>> =>
    asOwned(actor, await find(id));
}
