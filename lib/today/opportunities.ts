import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, dayMs, localDay, toStored } from "../dates.ts";
import { offerCountsAs, standingOfferSql } from "../statuses/conditions.ts";
import type { OpportunityStatus } from "../statuses/documented-opportunity.ts";
import {
  answerDays,
  answerWithinDays,
  maxRows,
  type SuggestionRule,
  type TodayItem,
} from "./values.ts";
import { daysAgo, dueWords } from "./words.ts";

type Row = {
  id: number;
  job_title: string;
  recruiter_name: string;
  recruiter_company: string;
  location_city: string;
  /** the day by which they want an answer */
  deadline: string | null;
  /** when the recruiter wrote last, in seconds since 1970 */
  written: number;
};

/** The statuses of an opportunity that still runs, but the first: it is the person's turn where the recruiter wrote. */
const first = "5 - Showed Opportunity Interest" satisfies OpportunityStatus;
const running = [
  "3 - Right to Represent Signed",
  "2 - Awaiting Feedback",
  "1 - Actively Engaged",
] as const satisfies readonly OpportunityStatus[];

// The day of the last comment of some kinds. What a client stored as comments may be any JSON.
const lastOf = (...types: string[]) => sql`(
  select max(unixepoch(case when c.type = 'object' then c.value ->> 'commented_at' end))
  from json_each(o.comments) c
  where case when c.type = 'object' then c.value ->> 'comment_type' end in ${types})`;

/**
 * Opportunities where the recruiter wrote last: the mail that made it, or one that a comment tells of, and no mail or
 * call of the person's since. Those that became a posting are left to that.
 */
const waitingForAnswer = (actor: Actor, since: string, only = sql`1`) => sql`
  with running as materialized (
    select o.id, o.job_title, o.recruiter_name, o.recruiter_company, o.location_city,
      o.deadline,
      ${standingOfferSql(sql`o.opportunity_status`, actor.user_id)} as status, unixepoch(substr(o.email_received_at, 1, 19)) as received,
      ${lastOf("Recruiter emailed Me")} as theirs,
      ${lastOf("I e-mailed recruiter", "Phone Call Notes")} as own
    from email_opportunity o
    where o.user_id = ${actor.user_id} and o.deleted_at is null and ${only}
      and ${offerCountsAs(sql`o.opportunity_status`, actor.user_id, [first, ...running])} and o.job_posting_id is null
      and (o.email_received_at >= ${since} or o.updated_at >= ${since}))
  select *, max(received, coalesce(theirs, 0)) as written from running
  where (own is null or own < max(received, coalesce(theirs, 0)))
    and (status = ${first} or theirs is not null)
    and max(received, coalesce(theirs, 0)) >= unixepoch(substr(${since}, 1, 19))
  order by written limit ${maxRows}`;

const sinceOf = (moment: string) =>
  toStored(Date.parse(`${moment.slice(0, 19)}Z`) - answerDays * dayMs);

type Suggestion = TodayItem & { rule: SuggestionRule };

/** Opportunities that wait for the person's answer. */
export async function answerItems(
  actor: Actor,
  today: string,
  moment: string,
): Promise<Suggestion[]> {
  const rows = await getDb().all<Row>(waitingForAnswer(actor, sinceOf(moment)));
  return rows.map((row) => itemOf(row, today, actor.time_zone));
}

/** What made the opportunities of these ids wait, of those that do. */
export async function answerOccasions(actor: Actor, ids: readonly number[], moment: string) {
  const only = sql`o.id in (select value from json_each(${JSON.stringify(ids)}))`;
  const rows = await getDb().all<Row>(waitingForAnswer(actor, sinceOf(moment), only));
  return rows.map(({ id, written }) => ({ id, occasion: occasionOf(written) }));
}

const occasionOf = (seconds: number) => toStored(seconds * 1000);

function itemOf(row: Row, today: string, zone: string): Suggestion {
  const { id, job_title, recruiter_name, recruiter_company, location_city, written } = row;
  const name = recruiter_name || recruiter_company || job_title || "the recruiter";
  const occasion = occasionOf(written);
  const day = localDay(occasion, zone);
  const offer = [
    recruiter_name && recruiter_company,
    name === job_title ? "" : job_title,
    location_city,
  ];
  const until = row.deadline ? ` They want an answer ${dueWords(row.deadline, today)}.` : "";
  const wrote = `They wrote ${daysAgo(day, today)}, and you have not answered.${until}`;
  const what = offer.filter(Boolean).join(", ");
  return {
    rule: "answer",
    ids: [id],
    subject: { kind: "email_opportunity", id, name: job_title || name },
    title: `Answer ${name}`,
    reason: what ? `${what}. ${wrote}` : wrote,
    slips_on: row.deadline ?? addDays(day, answerWithinDays),
    slips_at: null,
    occasion,
  };
}
