import "server-only";
import { and, asc, count, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { getDb } from "../../../db/client.ts";
import { preparedQuery } from "../../../db/prepared-query.ts";
import { user } from "../../../db/schema/accounts.ts";
import { emailOpportunity, jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import {
  addDays,
  formatInstant,
  formatMoment,
  localDay,
  now,
  today,
  weekdayOf,
} from "../../dates.ts";
import { isActiveOpportunity } from "../../opportunities/queries.ts";
import { isActiveByLog, isActiveByStatus } from "../../postings/groups.ts";
import { live } from "../../records/conditions.ts";
import { cachedReport } from "../cached-report.ts";
import { countSpans, type DaySpan } from "./spans.ts";

/** Two days to compare by, `YYYY-MM-DD`. */
export type TwoDates = { first: string; second: string };

/** The documented API's default dates. */
export const documentedDates: TwoDates = { first: "2024-03-01", second: "2024-07-01" };

/** The person's dashboard dates; each unset one is replaced by `fallback`. */
export async function dashboardDates(actor: Actor, fallback: TwoDates): Promise<TwoDates> {
  const [row] = await getDb()
    .select({ first: user.dashboard_first_date, second: user.dashboard_second_date })
    .from(user)
    .where(eq(user.id, actor.user_id));
  const day = (moment: string | null | undefined) => moment && localDay(moment, actor.time_zone);
  return { first: day(row?.first) || fallback.first, second: day(row?.second) || fallback.second };
}

/**
 * The documented three rows: since the first day, between the two, since the second. A response is an
 * application whose status is neither "No Response" nor "Rejected". Days are the person's own.
 */
export async function dashboardStatistics(actor: Actor, dates: TwoDates) {
  const counts = await countSpans(actor, statisticsSpans(dates));
  return counts.map(({ from, to, applied, in_talks }) => ({
    total_count: applied,
    response_count: in_talks,
    raw_date: from,
    formatted_date: to ? `${longDay(from)} to ${longDay(to)}` : longDay(from),
  }));
}

const statisticsSpans = ({ first, second }: TwoDates): DaySpan[] => [
  [first, null],
  [first, second],
  [second, null],
];

const longDay = (day: string) =>
  DateTime.fromISO(day, { locale: "en-US" }).toFormat("LLLL dd, yyyy");

/** The last weeks (Monday to Sunday) in the person's zone, the oldest first. */
function lastWeeks(zone: string, weeks: number): DaySpan[] {
  const day = today(zone);
  const monday = addDays(day, 1 - weekdayOf(day));
  const starts = Array.from({ length: weeks }, (_, i) => addDays(monday, 7 * (i + 1 - weeks)));
  return starts.map((start) => [start, addDays(start, 7)]);
}

const isActiveByUsersLog = isActiveByLog(sql.placeholder("user"));

const isActiveByUsersStatus = isActiveByStatus(sql.placeholder("user"));

const findUserSummary = preparedQuery((db) => {
  const countOf = (table: typeof jobPosting | typeof emailOpportunity, isActive: SQL) =>
    sql<number>`(${db
      .select({ total: count() })
      .from(table)
      .where(and(live(table, user.id), isActive))})`;
  const firstApplied = db
    .select({ applied_at: jobPosting.applied_at })
    .from(jobPosting)
    .where(and(live(jobPosting, user.id), isNotNull(jobPosting.applied_at)))
    .orderBy(jobPosting.applied_at)
    .limit(1);
  return db
    .select({
      user_greeting: user.user_greeting,
      first_name: user.first_name,
      first_date: user.dashboard_first_date,
      second_date: user.dashboard_second_date,
      first_applied: sql<string | null>`(${firstApplied})`,
      postings: sql<number>`(${countOf(jobPosting, isActiveByUsersStatus)}
        + ${countOf(jobPosting, isActiveByUsersLog)})`,
      opportunities: countOf(emailOpportunity, isActiveOpportunity(sql.placeholder("user"))),
    })
    .from(user)
    .where(eq(user.id, sql.placeholder("user")))
    .prepare();
});

const postingsWhere = (isActive: SQL) =>
  preparedQuery((db) =>
    db
      .select({
        id: jobPosting.id,
        company_name: jobPosting.company_name,
        posting_title: jobPosting.posting_title,
        posting_status: jobPosting.posting_status,
        applied_at: jobPosting.applied_at,
      })
      .from(jobPosting)
      .where(and(live(jobPosting), isActive))
      .orderBy(asc(jobPosting.posting_status), desc(jobPosting.applied_at), desc(jobPosting.id))
      .limit(sql.placeholder("shown"))
      .prepare(),
  );

const findPostings = postingsWhere(isActiveByUsersStatus);
const findPostingsByLog = postingsWhere(isActiveByUsersLog);

const findOpportunities = preparedQuery((db) =>
  db
    .select({
      id: emailOpportunity.id,
      job_title: emailOpportunity.job_title,
      recruiter_name: emailOpportunity.recruiter_name,
      opportunity_status: emailOpportunity.opportunity_status,
      email_received_at: emailOpportunity.email_received_at,
    })
    .from(emailOpportunity)
    .where(and(live(emailOpportunity), isActiveOpportunity(sql.placeholder("user"))))
    .orderBy(desc(emailOpportunity.email_received_at), desc(emailOpportunity.id))
    .limit(sql.placeholder("shown"))
    .prepare(),
);

/**
 * The data of the dashboard page: `shown` rows of each list, and applications and answers of the last
 * `weeks`; instants carry the person's offset.
 */
export const dashboard = cachedReport(
  async (actor: Actor, shown: number = 8, weeks: number = 16) => {
    const parameters = { user: actor.user_id, shown };
    const [person, byStatus, byLog, opportunities] = await Promise.all([
      findUserSummary().get(parameters),
      findPostings().all(parameters),
      findPostingsByLog().all(parameters),
      findOpportunities().all(parameters),
    ]);
    const postings = [...byStatus, ...byLog].slice(0, shown);
    const zone = actor.time_zone;
    const day = (moment: string | null | undefined) => (moment ? localDay(moment, zone) : null);
    const defaults = defaultDates(day(person?.first_applied), zone);
    const counted = await countSpans(actor, [
      ...statisticsSpans({
        first: day(person?.first_date) ?? defaults.first,
        second: day(person?.second_date) ?? defaults.second,
      }),
      ...lastWeeks(zone, weeks),
    ]);
    const at = (value: string) => formatMoment(value, zone);
    const total = { postings: person?.postings ?? 0, opportunities: person?.opportunities ?? 0 };
    return {
      person: { user_greeting: person?.user_greeting ?? "", first_name: person?.first_name ?? "" },
      hour: Number(formatInstant(now(), zone).slice(11, 13)),
      days: { firstDay: day(person?.first_applied), today: today(zone) },
      spans: counted.slice(0, -weeks),
      weeks: counted.slice(-weeks).map(({ from: week, applied, answered }) => ({
        week,
        applied,
        answered,
      })),
      postings: {
        total: total.postings,
        rows: postings.map((row) => ({ ...row, applied_at: row.applied_at && at(row.applied_at) })),
      },
      opportunities: {
        total: total.opportunities,
        rows: opportunities.map((row) => ({
          ...row,
          email_received_at: at(row.email_received_at),
        })),
      },
      nothing: !person?.first_applied && total.postings === 0 && total.opportunities === 0,
    };
  },
);

/** Default dates: the first application, and 30 days ago. */
function defaultDates(firstDay: string | null, zone: string): TwoDates {
  const second = addDays(today(zone), -30);
  const first = firstDay ?? addDays(second, -60);
  return first < second ? { first, second } : { first, second: first };
}
