import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { type Effect, snapshotOf } from "./effects.ts";
import type { OwnedBulkChange } from "./queries.ts";

// A row that a chunk takes is "current" within its transaction, so that of two processes one changes it.

/** A chunk of a change: its waiting rows up to an id. */
export type Chunk = { change: OwnedBulkChange; effect: Effect; last: number };

const table = ({ kind }: OwnedBulkChange) => sql.identifier(kind);

/** SQL for the current rows of a change. */
const current = ({ id }: OwnedBulkChange) =>
  sql`bulk_change_row where bulk_change_id = ${id} and state = 'current'`;

/** Statements that take the rows of a chunk which a condition selects, set the others aside, and count both. */
function take(actor: Actor, { change, last }: Chunk, which: SQL, before: SQL, steps: Steps): SQL[] {
  const { id } = change;
  const inChunk = sql`bulk_change_id = ${id} and state = ${steps.from} and row_id <= ${last}
    and exists (select 1 from bulk_change where id = ${id} and user_id = ${actor.user_id}
      and state = ${steps.during})`;
  const count = (column: string, state: SQL) => sql`update bulk_change
    set ${sql.identifier(column)} = ${sql.identifier(column)} + (select count(*) from bulk_change_row
      where bulk_change_id = ${id} and ${state}) where id = ${id}`;
  return [
    sql`update bulk_change_row set state = 'current', before = ${before}
      where ${inChunk} and exists (select 1 from ${table(change)} where id = row_id and ${which})`,
    count(steps.taken, sql`state = 'current'`),
    count(steps.aside, inChunk),
    sql`update bulk_change_row set state = ${steps.aside} where ${inChunk}`,
  ];
}

/** The states of rows before a step and after it, and of the change while it goes on. */
type Steps = {
  from: "waiting" | "changed";
  during: "running" | "undoing";
  taken: "changed" | "undone";
  aside: "skipped" | "kept";
};

const doing: Steps = { from: "waiting", during: "running", taken: "changed", aside: "skipped" };
const undoing: Steps = { from: "changed", during: "undoing", taken: "undone", aside: "kept" };

/** The steps that a change is in; undefined once it is over. */
export const stepsOf = ({ state }: OwnedBulkChange): Steps | undefined =>
  state === "running" ? doing : state === "undoing" ? undoing : undefined;

const snapshotOfRow = (change: OwnedBulkChange, effect: Effect) =>
  sql`(select ${snapshotOf(effect)} from ${table(change)} where ${table(change)}.id = bulk_change_row.row_id)`;

const eventsOfRow = ({ kind, moment }: OwnedBulkChange, row: SQL) =>
  sql`(select count(*) from event where ${sql.identifier(`${kind}_id`)} = ${row} and occurred_at = ${moment})`;

/** Statements that change the rows of a chunk. */
export function changeChunk(actor: Actor, chunk: Chunk): SQL[] {
  const { change, effect } = chunk;
  const live = sql`user_id = ${actor.user_id} and deleted_at is null`;
  const rows = sql`id in (select row_id from ${current(change)}) and ${live}`;
  return [
    ...take(actor, chunk, sql`${live} and ${effect.applies}`, snapshotOfRow(change, effect), doing),
    ...effect.write(rows),
    sql`update bulk_change_row set state = 'changed', after = ${snapshotOfRow(change, effect)},
      events = ${eventsOfRow(change, sql`row_id`)}
      where bulk_change_id = ${change.id} and state = 'current'`,
  ];
}

/** Statements that put the rows of a chunk back as they were, but for those that were changed since. */
export function undoChunk(actor: Actor, chunk: Chunk): SQL[] {
  const { change, effect } = chunk;
  const { columns, takeBack } = effect;
  const mine = sql`user_id = ${actor.user_id}`;
  const live = columns.includes("deleted_at") ? mine : sql`${mine} and deleted_at is null`;
  const made = (column: string) => sql`(select ${sql.identifier(column)} from bulk_change_row r
    where r.bulk_change_id = ${change.id} and r.state in ('changed', 'current')
      and r.row_id = ${table(change)}.id)`;
  const unchanged = sql`${live} and ${snapshotOf(effect)} = ${made("after")}
    and ${eventsOfRow(change, sql`${table(change)}.id`)} = ${made("events")}`;
  const ids = sql`select row_id as value from ${current(change)}`;
  const rows = sql`id in (${ids}) and ${live}`;
  const before = sql`select row_id as id, before from ${current(change)}`;
  const putBack = columns.map(
    (name) => sql`${sql.identifier(name)} = json_extract(${made("before")}, ${`$.${name}`}), `,
  );
  return [
    ...take(actor, chunk, unchanged, sql`before`, undoing),
    sql`delete from event where ${sql.identifier(`${change.kind}_id`)} in (${ids})
      and ${mine} and occurred_at = ${change.moment}`,
    ...(takeBack?.({ which: rows, ids, before }) ?? []),
    ...(putBack.length > 0
      ? [sql`update ${table(change)} set ${sql.join(putBack)} updated_at = ${now()} where ${rows}`]
      : []),
    sql`update bulk_change_row set state = 'undone'
      where bulk_change_id = ${change.id} and state = 'current'`,
  ];
}

/** The id of the last row of the next chunk; null where none is left. */
export async function nextChunk({ id }: OwnedBulkChange, { from }: Steps, rows: number) {
  const [found] = await getDb().all<{ last: number | null }>(sql`
    select max(row_id) as last from (select row_id from bulk_change_row
      where bulk_change_id = ${id} and state = ${from} order by row_id limit ${rows})`);
  return found?.last ?? null;
}

/** Says that a change is over, unless rows are left. */
export const endChange = ({ id }: OwnedBulkChange, { during, from }: Steps) =>
  atomically([
    sql`update bulk_change set state = ${during === "running" ? "done" : "undone"},
      undone_at = iif(${during} = 'undoing', ${now()}, undone_at)
      where id = ${id} and state = ${during} and not exists (select 1 from bulk_change_row
        where bulk_change_id = ${id} and state = ${from})`,
  ]);
