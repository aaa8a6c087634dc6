import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../accounts/auth/actor.ts";
import { answeredWaiting } from "../../postings/groups.ts";
import { beforeDay } from "../../records/days.ts";

/**
 * SQL for the postings that wait by their status and are answered by their log: the kind that they count as instead,
 * and since when, as far as their present status goes back.
 */
export const answeredWaitingSql = (actor: Actor): SQL => sql`
  select f.job_posting_id, s.posting_status, iif(f.ending = 'rejected', 'rejected', 'engaged') as kind,
    max(s.starts_at, coalesce((
      select min(min(e.occurred_at, e.recorded_at)) from event e
      where e.job_posting_id = f.job_posting_id and e.kind in ('interview', 'stage', 'rejected')
        and (e.kind <> 'stage' or e.to_value not in ('', 'Application Submission'))), '')) as since
  from (select job_posting_id, ending from ${answeredWaiting(actor.user_id)}) f
  join posting_span s on s.user_id = ${actor.user_id} and s.job_posting_id = f.job_posting_id
    and s.ends_at is null
  join job_posting p on p.id = f.job_posting_id and p.posting_status = s.posting_status`;

/** The same of those that were answered by the end of a day. */
export const answeredWaitingAt = (actor: Actor, nextDay: string): SQL => sql`
  select job_posting_id, posting_status, kind from (${answeredWaitingSql(actor)})
  where ${beforeDay(sql`since`, nextDay, actor.time_zone)}`;
