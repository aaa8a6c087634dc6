import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";

/** Condition on interviews: it takes or took place, as far as anybody knows. */
export const isOn = sql`deleted_at is null and outcome <> 'Cancelled'`;

/**
 * Statements that let a posting and the log follow some of the actor's interviews after a change: one event for each,
 * at its start, and `interviewed_at` of its posting. `which` gives ids, as SQL.
 */
export const followInterviews = (actor: Actor, which: SQL): SQL[] => [
  ...followInLog(actor, which),
  computeInterviewedAt(actor, sql`select job_posting_id from interview where id in (${which})`),
];

/**
 * Statement: sets `interviewed_at` of the actor's postings of these ids to the start of each one's latest interview
 * that was not cancelled.
 */
export function computeInterviewedAt(actor: Actor, postings: SQL): SQL {
  const latest = sql`(select max(starts_at) from interview
    where interview.job_posting_id = job_posting.id and ${isOn})`;
  return sql`update job_posting set interviewed_at = ${latest}, updated_at = ${now()}
    where user_id = ${actor.user_id} and id in (${postings}) and interviewed_at is not ${latest}`;
}

/** Statements that make the log equal to interviews: each has one event, and one in the trash has none. */
export function followInLog(actor: Actor, which: SQL): SQL[] {
  const mine = sql`user_id = ${actor.user_id} and id in (${which})`;
  const its = (column: string) =>
    sql`(select ${sql.identifier(column)} from interview i where i.id = event.interview_id)`;
  const isMoved = sql.join(
    [
      ["occurred_at", "starts_at"],
      ["job_posting_id", "job_posting_id"],
      ["email_opportunity_id", "email_opportunity_id"],
    ].map(([of, from]) => sql`${sql.identifier(String(of))} is not ${its(String(from))}`),
    sql` or `,
  );
  return [
    sql`delete from event where user_id = ${actor.user_id} and interview_id in
      (select id from interview where ${mine} and deleted_at is not null)`,
    sql`update event set occurred_at = ${its("starts_at")}, job_posting_id = ${its("job_posting_id")},
        email_opportunity_id = ${its("email_opportunity_id")}
      where interview_id in (select id from interview where ${mine} and deleted_at is null) and (${isMoved})`,
    logInterviews(actor, which),
  ];
}

/** Statement: logs interviews of these ids that the log does not have yet. */
export const logInterviews = (actor: Actor, which: SQL): SQL =>
  sql`insert into event (user_id, job_posting_id, email_opportunity_id, interview_id, kind, occurred_at,
      recorded_at, via)
    select user_id, job_posting_id, email_opportunity_id, id, 'interview', starts_at, created_at, ${actor.via}
    from interview where user_id = ${actor.user_id} and id in (${which}) and deleted_at is null
      and not exists (select 1 from event e where e.interview_id = interview.id)`;
