import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { dayMs, toStored } from "../dates.ts";
import { countsAs, offerCountsAs } from "../statuses/conditions.ts";
import { deadlineStatuses, savedStatus } from "../statuses/documented.ts";
import { closedOpportunityStatuses } from "../statuses/documented-opportunity.ts";
import type { FeedContent } from "./values.ts";

/** Something that stands in a calendar: an interview, something to do, or the last day for it. */
export type CalendarEntry = {
  kind: "interview" | "follow_up" | "posting_deadline" | "opportunity_deadline";
  id: number;
  /** what it is: a round of interviews, or what is to do */
  what: string;
  company: string;
  title: string;
  /** an instant, or a day: a stored day value, or YYYY-MM-DD */
  starts_at: string;
  ends_at: string | null;
  /** IANA; null for the person's own */
  time_zone: string | null;
  place: string;
  url: string;
  is_cancelled: number;
  /** the page that it is about, without the origin */
  path: string | null;
  created_at: string;
  changed_at: string;
};

const pastDays = 365;
/** Most that a feed holds, the latest first: what a person can have in a year and more. */
const maxEntries = 2_000;

/** The entries of a person's feed: a year back, and all that is to come, by their start. */
export async function calendarEntries(
  userId: number,
  contains: readonly FeedContent[],
): Promise<CalendarEntry[]> {
  const since = toStored(Date.now() - pastDays * dayMs);
  const parts = [
    ...(contains.includes("interviews") ? [interviews(userId, sql`i.starts_at > ${since}`)] : []),
    ...(contains.includes("follow_ups") ? [followUps(userId)] : []),
    ...(contains.includes("deadlines") ? deadlines(userId, since) : []),
  ];
  const rows = await getDb().all<CalendarEntry>(
    sql`select * from (${sql.join(parts, sql` union all `)}) order by starts_at desc limit ${maxEntries}`,
  );
  return rows.reverse();
}

/** The entry of one of a person's interviews, as in their feeds. */
export const interviewEntry = (userId: number, id: number): Promise<CalendarEntry[]> =>
  getDb().all<CalendarEntry>(interviews(userId, sql`i.id = ${id}`));

// Those in the trash stay for a while, as cancelled, so that calendars which keep what they have read learn of it.
const interviews = (userId: number, which: SQL) => sql`
  select 'interview' as kind, i.id, i.kind as what,
    coalesce(p.company_name, o.recruiter_company, '') as company,
    coalesce(p.posting_title, o.job_title, '') as title,
    i.starts_at, i.ends_at, i.time_zone, i.place, i.url,
    i.outcome = 'Cancelled' or i.deleted_at is not null as is_cancelled,
    case when i.job_posting_id is null then '/opportunities/' || i.email_opportunity_id
      else '/postings/' || i.job_posting_id end as path,
    i.created_at, max(i.updated_at, coalesce(i.deleted_at, '')) as changed_at
  from interview i
  left join job_posting p on p.id = i.job_posting_id
  left join email_opportunity o on o.id = i.email_opportunity_id
  where i.user_id = ${userId} and ${which}`;

const followUps = (userId: number) => sql`
  select 'follow_up' as kind, f.id, f.what,
    coalesce(p.company_name, '') as company, coalesce(p.posting_title, o.job_title, '') as title,
    coalesce(f.due_at, max(f.due_on, coalesce(f.snoozed_until, ''))) as starts_at,
    null as ends_at, null as time_zone, '' as place, '' as url, 0 as is_cancelled,
    case when f.job_posting_id is not null then '/postings/' || f.job_posting_id
      when f.email_opportunity_id is not null then '/opportunities/' || f.email_opportunity_id end as path,
    f.created_at, f.updated_at as changed_at
  from follow_up f
  left join job_posting p on p.id = f.job_posting_id
  left join email_opportunity o on o.id = f.email_opportunity_id
  where f.user_id = ${userId} and f.deleted_at is null and f.state = 'open'
    and p.deleted_at is null and o.deleted_at is null`;

/** Of what is still to be applied to or answered. */
const deadlines = (userId: number, since: string) => [
  sql`select 'posting_deadline' as kind, p.id,
    iif(${countsAs(sql`p.posting_status`, userId, [savedStatus])}, 'Closes', 'Answer the offer') as what,
    p.company_name as company, p.posting_title as title, p.deadline as starts_at,
    null as ends_at, null as time_zone, '' as place, '' as url, 0 as is_cancelled,
    '/postings/' || p.id as path, p.created_at, p.updated_at as changed_at
  from job_posting p
  where p.user_id = ${userId} and p.deleted_at is null and p.deadline > ${since}
    and ${countsAs(sql`p.posting_status`, userId, deadlineStatuses)}`,
  sql`select 'opportunity_deadline' as kind, o.id, 'Answer' as what,
    o.recruiter_company as company, o.job_title as title, o.deadline as starts_at,
    null as ends_at, null as time_zone, '' as place, '' as url, 0 as is_cancelled,
    '/opportunities/' || o.id as path, o.created_at, o.updated_at as changed_at
  from email_opportunity o
  where o.user_id = ${userId} and o.deleted_at is null and o.deadline > ${since}
    and o.job_posting_id is null and not ${offerCountsAs(sql`o.opportunity_status`, userId, closedOpportunityStatuses)}`,
];
