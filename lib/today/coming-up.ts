import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, dayStart, localDay } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { followUpsBetween } from "../follow-ups/queries.ts";
import { valueWords } from "../records/value-words.ts";

/** Something with a day ahead. */
export type Coming = {
  kind: "interview" | "follow_up";
  title: string;
  href: string;
  /** a stored moment, or a day without a time */
  at: string;
};

const mostShown = 6;
const daysAhead = 14;

type Row = {
  job_posting_id: number | null;
  email_opportunity_id: number | null;
  starts_at: string;
  kind: string;
  name: string;
};

/** What comes in the next two weeks: interviews, and follow-ups that are not due yet; the next first. */
export async function comingUp(actor: Actor, moment: string): Promise<Coming[]> {
  const today = localDay(moment, actor.time_zone);
  const until = addDays(today, daysAhead);
  const [interviews, followUps] = await Promise.all([
    comingInterviews(actor, moment, until),
    followUpsBetween(actor, addDays(today, 1), until, mostShown),
  ]);
  const all = [
    ...interviews,
    ...followUps.map(
      ({ id, what, due_on, due_at }): Coming => ({
        kind: "follow_up",
        title: what,
        href: `/follow-ups/${id}`,
        at: due_at ?? dayValue(due_on),
      }),
    ),
  ];
  return all.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, mostShown);
}

async function comingInterviews(actor: Actor, moment: string, until: string): Promise<Coming[]> {
  const rows = await getDb().all<Row>(sql`
    select i.job_posting_id, i.email_opportunity_id, i.starts_at, i.kind,
      coalesce(nullif(p.company_name, ''), nullif(p.posting_title, ''),
        nullif(o.recruiter_company, ''), nullif(o.job_title, ''), 'Interview') as name
    from interview i
    left join job_posting p on p.id = i.job_posting_id
    left join email_opportunity o on o.id = i.email_opportunity_id
    where i.user_id = ${actor.user_id} and i.deleted_at is null and i.outcome <> 'Cancelled'
      and i.starts_at > ${moment} and i.starts_at < ${dayStart(addDays(until, 1), actor.time_zone)}
      and p.deleted_at is null and o.deleted_at is null
    order by i.starts_at, i.id limit ${mostShown}`);
  return rows.map(({ job_posting_id, email_opportunity_id, starts_at, kind, name }) => ({
    kind: "interview",
    title: [name, kind && valueWords(kind).toLowerCase()].filter(Boolean).join(", "),
    href: job_posting_id ? `/postings/${job_posting_id}` : `/opportunities/${email_opportunity_id}`,
    at: starts_at,
  }));
}
