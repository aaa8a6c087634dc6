import "server-only";
import { sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { bulkChange } from "../../db/schema/bulk.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { uniqueMoment } from "../dates.ts";
import { AppError, Invalid } from "../errors.ts";
import { lastId } from "../events/commands.ts";
import { ownTurn } from "../runtime/event-loop.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";
import { chosenRows } from "./chosen.ts";
import { changeChunk, endChange, nextChunk, stepsOf, undoChunk } from "./chunks.ts";
import { effectOf, requireSite } from "./effect-of.ts";
import { getBulkChange, keptSince, type OwnedBulkChange } from "./queries.ts";
import type { BulkInput } from "./schema.ts";
import { withTag } from "./tag-effects.ts";
import { maxBulkRows } from "./values.ts";

/** Few at first, since a row may take much along. */
const rowsPerChunk = { first: 25, least: 10, most: 400 };

const tooMany = `These are more than ${maxBulkRows.toLocaleString("en")}. Narrow the list first.`;

/**
 * Notes a change of many with the rows that it is for; `advance` carries it out. Ids that are nobody's, or another
 * person's, are counted as skipped. Throws `Invalid`.
 */
export async function beginBulkChange(actor: Actor, input: BulkInput): Promise<OwnedBulkChange> {
  const { kind } = input;
  const run = { actor, kind, moment: uniqueMoment() };
  effectOf(run, input.change);
  await requireSite(run, input.change);
  const rows = await chosenRows(actor, input);
  const [found] = await getDb().all<{ total: number }>(sql`
    select count(*) as total from (${rows} limit ${maxBulkRows + 1})`);
  const total = found?.total ?? 0;
  if (total > maxBulkRows) throw new Invalid({ filter: [tooMany] });
  const change = await withTag(actor, input.change);
  const made = lastId("bulk_change");
  const [inserted] = await atomically([
    getDb()
      .insert(bulkChange)
      .values({ user_id: actor.user_id, kind, change, moment: run.moment, total })
      .returning({ id: bulkChange.id }),
    sql`insert into bulk_change_row (bulk_change_id, row_id)
      select ${made}, id from (${rows} limit ${maxBulkRows})`,
    sql`update bulk_change set total = (select count(*) from bulk_change_row
      where bulk_change_id = ${made}) where id = ${made}`,
  ]);
  return getBulkChange(actor, (inserted as { id: number }[])[0]?.id ?? 0);
}

/**
 * Carries a change out, or its undo, a chunk and a transaction at a time, until it is over or `ms` have passed; others
 * have their turn in between. What was interrupted goes on where it was.
 */
export async function advance(
  actor: Actor,
  { id }: Pick<OwnedBulkChange, "id">,
  ms = Number.POSITIVE_INFINITY,
): Promise<OwnedBulkChange> {
  const begun = performance.now();
  const change = await getBulkChange(actor, id);
  const steps = stepsOf(change);
  if (!steps) return change;
  const { kind, moment } = change;
  const effect = effectOf({ actor, kind, moment }, change.change);
  const statements = steps.during === "running" ? changeChunk : undoChunk;
  const size = new FittingRows(rowsPerChunk);
  while (performance.now() - begun < ms) {
    const isOver = await size.measure(async (rows) => {
      const last = await nextChunk(change, steps, rows);
      if (last !== null) await atomically(statements(actor, { change, effect, last }));
      return last === null;
    });
    if (isOver) {
      await endChange(change, steps);
      break;
    }
    await ownTurn();
  }
  return getBulkChange(actor, id);
}

/**
 * Begins to put back what a change did; `advance` carries it out. Of a change that was interrupted, the rest is left.
 * Throws an `AppError` where it is undone already, or too old.
 */
export async function beginUndo(actor: Actor, { id }: OwnedBulkChange): Promise<OwnedBulkChange> {
  await atomically([
    sql`update bulk_change set state = 'undoing' where id = ${id} and user_id = ${actor.user_id}
      and state in ('running', 'done') and created_at > ${keptSince()}`,
  ]);
  const change = await getBulkChange(actor, id);
  if (change.state !== "undoing") throw new AppError("This can no longer be undone.");
  return change;
}
