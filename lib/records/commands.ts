import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now, toStored, uniqueMoment } from "../dates.ts";
import { AppError } from "../errors.ts";
import { logDeleted } from "../events/commands.ts";
import type { LoggedName } from "../kinds.ts";
import { type OwnedTable, own } from "./conditions.ts";
import type { Kind } from "./kind.ts";

const undoLimitMs = 3_600_000;

/** Statement: updates the given columns of one of the actor's rows. */
export const updateRow = (table: OwnedTable, actor: Actor, id: number, values: object): Statement =>
  getDb()
    .update(table)
    .set({ ...values, updated_at: now() })
    .where(own(table, actor, id));

type LoggedKind = Kind & { name: LoggedName };

/** Statements that move rows of a kind to the trash under one `deleted_at`, with what the kind takes along. */
export const trashRows = (
  { name, trash }: LoggedKind,
  actor: Actor,
  which: SQL,
  deleted_at: string,
): SQL[] => [
  logDeleted(actor.via, name, which, deleted_at),
  ...(trash.takes?.(which, deleted_at) ?? []),
  sql`update ${sql.identifier(name)} set deleted_at = ${deleted_at} where ${which}`,
];

/** Soft-deletes a row with what its kind takes along: its owner can restore it from the trash for 30 days. `first` runs before, in the transaction. */
export async function trashRow(
  kind: LoggedKind,
  actor: Actor,
  id: number,
  first: readonly Statement[],
): Promise<void> {
  const which = sql`${own(kind.table, actor, id)}`;
  await atomically([...first, ...trashRows(kind, actor, which, uniqueMoment())]);
}

type Change = { moment: string; to: string; before: object };

/**
 * Undoes a status change within the hour, with the events it logged: it was a slip, and reports must not
 * count it. Throws an `AppError` (conflict) where the status has changed since.
 */
export async function undoStatusChange(
  { name, table, status }: LoggedKind & { status: string },
  actor: Actor,
  id: number,
  { moment, to, before }: Change,
): Promise<void> {
  const unchanged: SQL | undefined = and(
    own(table, actor, id),
    sql`${sql.identifier(status)} = ${to}`,
  );
  const [, changed] = await atomically([
    sql`delete from event where ${sql.identifier(`${name}_id`)} = ${id}
      and user_id = ${actor.user_id} and kind in ('status', 'applied', 'rejected')
      and (kind <> 'status' or to_value = ${to}) and occurred_at = ${moment}
      and recorded_at > ${toStored(Date.now() - undoLimitMs)}
      and exists (select 1 from ${table} where ${unchanged})`,
    getDb()
      .update(table)
      .set({ ...before, updated_at: now() })
      .where(unchanged)
      .returning({ id: table.id }),
  ]);
  if ((changed as unknown[]).length === 0) throw new AppError("Its status was changed meanwhile.");
}
