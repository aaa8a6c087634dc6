import "server-only";
import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { formatInstant, now } from "../dates.ts";
import { dayOfValue, isDayValue } from "../day-value.ts";
import { AppError, NotFound } from "../errors.ts";
import type { Subject } from "../events/commands.ts";
import { isComment, refOf } from "./queries.ts";
import type { CommentInput, RemovedComment } from "./schema.ts";

/** The posting or opportunity whose comments change. */
export type Commented = { subject: Subject; row: Owned<{ id: number }> };

const changedElsewhere =
  "This comment was changed or deleted in the meantime. Reload the page to see it as it is now.";

const table = (subject: Subject) => sql.identifier(subject);

const own = (actor: Actor, { row }: Commented) =>
  sql`id = ${row.id} and user_id = ${actor.user_id} and deleted_at is null`;

// Clients may have stored any JSON: one value that is no list counts as a list of it. SQLite reads JSON
// to a depth of 1000; what is deeper is kept as a text.
const asList = sql`case when comments is null then '[]' when not json_valid(comments)
  then json_array(comments) when json_type(comments) = 'array' then comments
  else json_array(json(comments)) end`;

// The entries as rows. `place` counts from 0; `raw` is the JSON of one entry. They are ordered in a subquery
// where they are gathered again: a libSQL server's parser knows no order inside json_group_array(). Looking an entry
// up takes time for all before it, so that is done for few, of which every digit and escape stays as it was sent.
const entries = (actor: Actor, on: Commented) => sql`
  select e.key as place, case when e.type in ('object', 'array') then e.value
    when e.key < 100 then whole.list -> e.fullkey
    when e.type in ('true', 'false', 'null') then e.type else json_quote(e.value) end as raw
  from (select ${asList} as list from ${table(on.subject)} where ${own(actor, on)}) whole,
    json_each(whole.list) e`;

type EventValues = { at: string; from: string | null; to: string | null };
type Change = { event: EventValues; list: SQL; when?: SQL };

// The last statement is the write: where its row or its entry was not there, it changed nothing.
async function change(
  actor: Actor,
  on: Commented,
  { event, list, when = sql`true` }: Change,
  otherwise: AppError,
): Promise<void> {
  const where = sql`${own(actor, on)} and ${when}`;
  const results = await atomically([
    sql`insert into event (user_id, ${sql.raw(`${on.subject}_id`)}, kind, occurred_at, from_value, to_value, via)
      select user_id, id, 'comment', ${event.at}, ${event.from}, ${event.to}, ${actor.via}
      from ${table(on.subject)} where ${where}`,
    sql`update ${table(on.subject)} set comments = ${list}, updated_at = ${now()} where ${where}`,
  ]);
  if ((results.at(-1) as { changes: number }).changes === 0) throw otherwise;
}

/** Appends a comment to the list, whatever JSON was stored there. Throws `NotFound` where the row is gone. */
export async function addComment(actor: Actor, on: Commented, input: CommentInput): Promise<void> {
  const at = input.commented_at ?? now();
  const entry = JSON.stringify({ id: randomUUID(), ...documented(actor, input, at) });
  const list = sql`json_insert(${asList}, '$[#]', json(${entry}))`;
  const event = { at, from: null, to: input.comment_type };
  await change(actor, on, { event, list }, new NotFound());
}

/** Rewrites one comment and keeps its other keys. Throws where it is no longer what `ref` names. */
export async function editComment(
  actor: Actor,
  on: Commented,
  ref: string,
  input: CommentInput,
): Promise<void> {
  const { raw } = await find(actor, on, ref);
  const before: unknown = JSON.parse(raw);
  if (!isComment(before)) throw new AppError("Only a comment in the usual form can be edited.");
  const at = input.commented_at ?? now();
  const moment = input.commented_at ? {} : { commented_at: before.commented_at };
  const after = JSON.stringify({ ...before, ...documented(actor, input, at), ...moment });
  const list = sql`(select json_group_array(json(iif(place = ${first(actor, on, raw)}, ${after}, raw)))
    from (${entries(actor, on)} order by place))`;
  const when = stillThere(actor, on, raw);
  const event = { at, from: typeOf(raw), to: input.comment_type };
  await change(actor, on, { event, list, when }, new AppError(changedElsewhere));
}

/** Takes one entry out and gives what an undo needs. Throws where it is no longer what `ref` names. */
export async function deleteComment(
  actor: Actor,
  on: Commented,
  ref: string,
): Promise<RemovedComment> {
  const { raw, place } = await find(actor, on, ref);
  const list = sql`(select json_group_array(json(raw)) from (${entries(actor, on)} order by place)
    where place <> ${first(actor, on, raw)})`;
  const when = stillThere(actor, on, raw);
  const event = { at: now(), from: typeOf(raw), to: null };
  await change(actor, on, { event, list, when }, new AppError(changedElsewhere));
  return { raw, place };
}

/** Puts a deleted entry back where it stood, once. Throws `NotFound` where the row is gone. */
export async function restoreComment(
  actor: Actor,
  on: Commented,
  { raw, place }: RemovedComment,
): Promise<void> {
  const list = sql`(select json_group_array(json(raw)) from (${entries(actor, on)}
    union all select ${place} - 0.5, json(${raw}) order by place))`;
  const when = sql`not ${stillThere(actor, on, raw)}`;
  const event = { at: now(), from: null, to: typeOf(raw) };
  await change(actor, on, { event, list, when }, new NotFound());
}

const first = (actor: Actor, on: Commented, raw: string) =>
  sql`(select min(place) from (${entries(actor, on)}) where raw = ${raw})`;

const stillThere = (actor: Actor, on: Commented, raw: string) =>
  sql`exists (select 1 from (${entries(actor, on)}) where raw = ${raw})`;

async function find(actor: Actor, on: Commented, ref: string) {
  const rows = await getDb().all<{ place: number; raw: string }>(entries(actor, on));
  const found = rows.find(({ raw }) => refOf(JSON.parse(raw)) === ref);
  if (!found) throw new AppError(changedElsewhere);
  return found;
}

const documented = (actor: Actor, input: CommentInput, at: string) => ({
  commented_at: isDayValue(at) ? dayOfValue(at) : formatInstant(at, actor.time_zone),
  comment_type: input.comment_type,
  comment_content: input.comment_content,
});

function typeOf(raw: string): string {
  const entry: unknown = JSON.parse(raw);
  return isComment(entry) && typeof entry.comment_type === "string" ? entry.comment_type : "";
}
