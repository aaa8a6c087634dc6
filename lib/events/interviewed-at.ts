import { type SQL, sql } from "drizzle-orm";
import type { Statement } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now, uniqueMoment } from "../dates.ts";
import { followInLog, followInterviews, isOn } from "./interview-log.ts";

// `interviewed_at` of the documented API, and what its writing does to interviews.

/** How long an interview takes where nobody said. */
export const usualMinutes = 60;

/** SQL for an instant so many seconds later; null for a day without a time. */
const laterSql = (at: SQL, seconds: SQL) => sql`iif(${at} like '%Z',
  strftime('%Y-%m-%dT%H:%M:%S', substr(${at}, 1, 19), (${seconds}) || ' seconds') || substr(${at}, 20), null)`;

const usualSeconds = sql`${usualMinutes * 60}`;

/** Statement: makes the interview of each of the postings that was inserted with a day of interview. */
export const insertInterviewsOf = (postings: SQL): SQL =>
  sql`insert into interview (user_id, job_posting_id, starts_at, ends_at)
    select user_id, id, interviewed_at, ${laterSql(sql`interviewed_at`, usualSeconds)}
    from job_posting where ${postings} and interviewed_at is not null`;

/** Statement: moves interviews to another start; each stays as long as it was. */
function moved(at: string, which: SQL): SQL {
  const seconds = sql`ifnull(unixepoch(substr(ends_at, 1, 19)) - unixepoch(substr(starts_at, 1, 19)),
    ${usualSeconds})`;
  return sql`update interview set starts_at = ${at}, ends_at = ${laterSql(sql`${at}`, seconds)},
    updated_at = ${now()} where ${which}`;
}

/** Statements that move one of the actor's interviews by its id, which `id` gives, with its posting and the log. */
export const moveInterview = (actor: Actor, id: SQL, at: string): SQL[] => [
  moved(at, sql`id = ${id} and user_id = ${actor.user_id} and deleted_at is null`),
  ...followInterviews(actor, id),
];

/**
 * Statements for a documented write of a posting's `interviewed_at`, to run before the posting is updated. The
 * interview that it stood for moves, or one is made; null puts all that it stood for into the trash in one step.
 */
export function writeInterviewedAt(actor: Actor, posting: number, at: string | null): Statement[] {
  const row = sql`(select interviewed_at from job_posting
    where id = ${posting} and user_id = ${actor.user_id} and deleted_at is null)`;
  const ofPosting = sql`job_posting_id = ${posting} and user_id = ${actor.user_id} and ${isOn}`;
  const all = sql`select id from interview where job_posting_id = ${posting}`;
  if (at === null) {
    return [
      sql`update interview set deleted_at = ${uniqueMoment()} where ${ofPosting} and ${row} is not null`,
      ...followInLog(actor, all),
    ];
  }
  const stoodFor = sql`(select id from interview where ${ofPosting} and starts_at = ${row}
    order by id desc limit 1)`;
  return [
    moved(at, sql`id = ${stoodFor} and starts_at <> ${at}`),
    sql`insert into interview (user_id, job_posting_id, starts_at, ends_at)
      select user_id, id, ${at}, ${laterSql(sql`${at}`, usualSeconds)} from job_posting
      where id = ${posting} and user_id = ${actor.user_id} and deleted_at is null and interviewed_at is not ${at}
        and not exists (select 1 from interview where ${ofPosting} and starts_at = ${at})`,
    ...followInLog(actor, all),
  ];
}
