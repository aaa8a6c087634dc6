import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically } from "../../db/client.ts";
import type { event } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { NotFound } from "../errors.ts";
import type { LoggedName } from "../kinds.ts";
import { moveInterview } from "./interviewed-at.ts";

type EventType = (typeof event.$inferSelect)["kind"];
export type Fact = { kind: EventType; at?: string; from?: string | null; to?: string | null };
/** The kinds of things whose changes are logged. */
export type Subject = LoggedName;

const columns = (subject: Subject) =>
  sql`event (user_id, ${sql.raw(`${subject}_id`)}, kind, occurred_at, from_value, to_value, via)`;

/** The statement that logs an event of one of the actor's rows; for the transaction of the change itself. */
export function logEvent(actor: Actor, subject: Subject, id: number | SQL, fact: Fact): SQL {
  return sql`insert into ${columns(subject)} values ${values(actor, id, fact)}`;
}

const values = (actor: Actor, id: number | SQL, { kind, at, from, to }: Fact) =>
  sql`(${actor.user_id}, ${id}, ${kind}, ${at ?? now()}, ${from ?? null}, ${to ?? null}, ${actor.via})`;

/** The statement that logs the first events, in order, of the row that the statement before it inserted. */
export function logFirst(actor: Actor, subject: Subject, facts: readonly Fact[]): SQL {
  const rows = facts.map((fact) => values(actor, lastId(subject), fact));
  return sql`insert into ${columns(subject)} values ${sql.join(rows, sql`, `)}`;
}

/** The statement that logs that rows of a kind go to the trash; it must run before they do. */
export const logDeleted = (via: Actor["via"], subject: Subject, which: SQL, at: string): SQL =>
  sql`insert into ${columns(subject)} select user_id, id, 'deleted', ${at}, null, null, ${via}
    from ${sql.identifier(subject)} where ${which}`;

/**
 * The statement that logs a field's change of a row, or of those that a condition selects: from the stored value to
 * `to`, and nothing where they are equal. It must run before the update.
 */
export function logChange(
  actor: Actor,
  subject: Subject,
  rows: number | SQL,
  field: string,
  fact: { kind: EventType; at?: string; to: string | null },
): SQL {
  const column = sql.identifier(field);
  const which = typeof rows === "number" ? sql`id = ${rows}` : rows;
  return sql`insert into ${columns(subject)}
    select user_id, id, ${fact.kind}, ${fact.at ?? now()}, ${column}, ${fact.to}, ${actor.via}
    from ${sql.identifier(subject)} where ${which} and user_id = ${actor.user_id}
    and ${column} is not ${fact.to}`;
}

/** SQL for the last inserted id of a table, within the same transaction. */
export function lastId(table: Subject | "job_site" | "interview" | "bulk_change"): SQL {
  return sql`(select seq from sqlite_sequence where name = ${table})`;
}

const datedBy = { applied: "applied_at", rejected: "rejected_at" };

/**
 * Corrects when an event of the actor's happened; the facts stay. The posting's date that says the same
 * follows, and so does a status that came with it; an interview moves. Throws `NotFound` where there is no such event.
 */
export async function correctMoment(actor: Actor, eventId: number, at: string): Promise<void> {
  const it = sql`e.id = ${eventId} and e.user_id = ${actor.user_id}`;
  const follow = Object.entries(datedBy).map(([kind, field]) => {
    const column = sql.identifier(field);
    return sql`update job_posting set ${column} = ${at}, updated_at = ${now()}
      where user_id = ${actor.user_id} and exists (select 1 from event e where ${it}
        and e.kind = ${kind} and e.job_posting_id = job_posting.id
        and e.occurred_at = job_posting.${column})`;
  });
  const twins = sql`update event set occurred_at = ${at} where kind = 'status'
    and user_id = ${actor.user_id} and exists (select 1 from event e where ${it}
      and e.kind in ('applied', 'rejected') and e.job_posting_id = event.job_posting_id
      and e.occurred_at = event.occurred_at)`;
  const moved = sql`update event set occurred_at = ${at}
    where id = ${eventId} and user_id = ${actor.user_id}`;
  const interview = moveInterview(actor, sql`(select interview_id from event e where ${it})`, at);
  const results = await atomically([...follow, twins, ...interview, moved]);
  if ((results.at(-1) as { changes: number }).changes === 0) throw new NotFound();
}
