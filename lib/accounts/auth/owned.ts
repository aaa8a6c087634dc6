import { Forbidden, NotFound } from "../../errors.ts";
import type { Actor } from "./actor.ts";

declare const owned: unique symbol;

/** A row that was read and belongs to the actor: what row-level commands ask for. */
export type Owned<Row> = Row & { readonly [owned]: true };

/**
 * The row, if it is the actor's. Throws `NotFound` where it is missing or in the trash,
 * `Forbidden` where it is another person's (both documented).
 */
export function asOwned<Row extends { user_id: number; deleted_at?: string | null }>(
  actor: Actor,
  row: Row | undefined,
): Owned<Row> {
  if (!row || row.deleted_at) throw new NotFound();
  if (row.user_id !== actor.user_id) throw new Forbidden();
  return row as Owned<Row>;
}
