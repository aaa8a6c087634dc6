import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { advance, beginBulkChange } from "../bulk/commands.ts";
import type { OwnedBulkChange } from "../bulk/queries.ts";
import { outcomeWords } from "../bulk/words.ts";
import { kindOf } from "../kinds.ts";
import { statusesOf } from "../statuses/queries.ts";
import type { MoveInput } from "./schema.ts";

/** What came of a drop: the change with its undo, if one was made, and the whole of it in words. */
export type Moved = { change?: OwnedBulkChange; message: string };

/**
 * Writes what a drop says, as one change with one undo. A card whose status was changed since it was seen is left as it
 * is, one that is gone is left out, and both are counted in the words. Throws `Invalid`.
 */
export async function moveCards(actor: Actor, { kind, cards, change }: MoveInput): Promise<Moved> {
  const column = sql.identifier(kindOf(kind).status ?? "");
  const rows = await getDb().all<{ id: number; status: string }>(sql`
    select id, ${column} as status from ${sql.identifier(kind)}
    where id in (select value from json_each(${JSON.stringify(cards.map(({ id }) => id))}))
      and user_id = ${actor.user_id} and deleted_at is null`);
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  const ids = cards.flatMap(({ id, seen }) => (statuses.get(id) === seen ? [id] : []));
  const left = [
    counted(
      statuses.size - ids.length,
      "was moved in the meantime and was left there",
      "were moved in the meantime and were left there",
    ),
    counted(cards.length - statuses.size, "is no longer there", "are no longer there"),
  ].filter(Boolean);
  if (ids.length === 0) return { message: left.join(". ") || "There was nothing to change." };
  const made = await advance(actor, await beginBulkChange(actor, { kind, ids, change }));
  return {
    change: made,
    message: [outcomeWords(made, await statusesOf(actor)), ...left].join(". "),
  };
}

const counted = (count: number, one: string, many: string) =>
  count > 0 ? `${count.toLocaleString("en")} ${count === 1 ? one : many}` : "";
