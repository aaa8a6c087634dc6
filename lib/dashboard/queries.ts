import "server-only";
import { eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { getDb } from "../../db/client.ts";
import { jobPosting, user } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { addDays, dayStart, formatInstant, localDay, now, today, weekdayOf } from "../dates.ts";
import { searchOpportunities } from "../opportunities/queries.ts";
import { opportunityFilter } from "../opportunities/schema.ts";
import { searchPostings } from "../postings/queries.ts";
import { postingFilter } from "../postings/schema.ts";
import { quietStatus, rejectedStatus, savedStatus } from "../postings/values.ts";

/** The two days that the statistics compare, `YYYY-MM-DD`. */
export type TwoDates = { first: string; second: string };

/** What the documented dashboard shows where a person chose no dates. */
export const documentedDates: TwoDates = { first: "2024-03-01", second: "2024-07-01" };

/** The person's own two dates; `fallback` stands in for each that is unset. */
export async function dashboardDates(actor: Actor, fallback: TwoDates): Promise<TwoDates> {
  const [row] = await getDb()
    .select({ first: user.dashboard_first_date, second: user.dashboard_second_date })
    .from(user)
    .where(eq(user.id, actor.user_id));
  const day = (moment: string | null | undefined) => moment && localDay(moment, actor.time_zone);
  return { first: day(row?.first) || fallback.first, second: day(row?.second) || fallback.second };
}

type Count = { total_count: number; response_count: number };

/** How many applications fell in each half-open span of days, and how many of them were answered. */
async function countSpans(
  actor: Actor,
  spans: readonly (readonly [string, string | null])[],
): Promise<Count[]> {
  const bounds = spans.map(([from, to]) => [
    dayStart(from, actor.time_zone),
    to ? dayStart(to, actor.time_zone) : "9999",
  ]);
  const within = sql`${jobPosting.user_id} = ${actor.user_id} and ${jobPosting.deleted_at} is null
    and ${jobPosting.applied_at} >= json_extract(span.value, '$[0]')
    and ${jobPosting.applied_at} < json_extract(span.value, '$[1]')`;
  return getDb().all<Count>(sql`
    select (select count(*) from ${jobPosting}
        where ${within} and ${jobPosting.posting_status} <> ${savedStatus}) as total_count,
      (select count(*) from ${jobPosting} where ${within}
        and ${jobPosting.posting_status} not in (${savedStatus}, ${quietStatus}, ${rejectedStatus}))
        as response_count
    from json_each(${JSON.stringify(bounds)}) as span order by span.key`);
}

/**
 * The documented three rows: since the first day, between the two, since the second. A response is an
 * application whose status is neither "No Response" nor "Rejected". Days are the person's own.
 */
export async function dashboardStatistics(actor: Actor, { first, second }: TwoDates) {
  const spans = [
    [first, null],
    [first, second],
    [second, null],
  ] as const;
  const counts = await countSpans(actor, spans);
  return spans.map(([from, to], i) => ({
    total_count: counts[i]?.total_count ?? 0,
    response_count: counts[i]?.response_count ?? 0,
    raw_date: from,
    formatted_date: to ? `${longDay(from)} to ${longDay(to)}` : longDay(from),
  }));
}

const longDay = (day: string) =>
  DateTime.fromISO(day, { locale: "en-US" }).toFormat("LLLL dd, yyyy");

export type Week = { week: string; applied: number; answered: number };

/** Applications and answers in each of the last weeks (Monday to Sunday), the oldest first. */
export async function applicationsPerWeek(actor: Actor, weeks = 16): Promise<Week[]> {
  const day = today(actor.time_zone);
  const monday = addDays(day, 1 - weekdayOf(day));
  const starts = Array.from({ length: weeks }, (_, i) => addDays(monday, 7 * (i + 1 - weeks)));
  const counts = await countSpans(
    actor,
    starts.map((start) => [start, addDays(start, 7)] as const),
  );
  return starts.map((week, i) => ({
    week,
    applied: counts[i]?.total_count ?? 0,
    answered: counts[i]?.response_count ?? 0,
  }));
}

/** The instant of the person's first application in the stored form, or null before any. */
async function firstApplication(actor: Actor): Promise<string | null> {
  const [row] = await getDb().all<{ first: string | null }>(sql`
    select min(${jobPosting.applied_at}) as first from ${jobPosting}
    where ${jobPosting.user_id} = ${actor.user_id} and ${jobPosting.deleted_at} is null
      and ${jobPosting.applied_at} is not null`);
  return row?.first ?? null;
}

/** Everything on the dashboard page; instants carry the person's own offset. */
export async function dashboard(actor: Actor, shown = 8) {
  const [[person], first, weeks, postings, opportunities] = await Promise.all([
    getDb()
      .select({ user_greeting: user.user_greeting, first_name: user.first_name })
      .from(user)
      .where(eq(user.id, actor.user_id)),
    firstApplication(actor),
    applicationsPerWeek(actor),
    searchPostings(actor, postingFilter.parse({ show: "active" }), shown),
    searchOpportunities(actor, opportunityFilter.parse({ show: "active" }), shown),
  ]);
  const zone = actor.time_zone;
  const dates = await dashboardDates(actor, usualDates(first && localDay(first, zone), zone));
  const statistics = await dashboardStatistics(actor, dates);
  const at = (value: string) => formatInstant(value, zone);
  return {
    person: person ?? { user_greeting: "", first_name: "" },
    hour: Number(at(now()).slice(11, 13)),
    spans: statistics.map(({ total_count, response_count, raw_date }, i) => ({
      from: raw_date,
      to: i === 1 ? dates.second : null,
      applied: total_count,
      answered: response_count,
    })),
    weeks,
    postings: {
      total: postings.total,
      rows: postings.rows.map((row) => ({
        ...row,
        applied_at: row.applied_at && at(row.applied_at),
      })),
    },
    opportunities: {
      total: opportunities.total,
      rows: opportunities.rows.map((row) => ({
        ...row,
        email_received_at: at(row.email_received_at),
      })),
    },
    nothing: !first && postings.total === 0 && opportunities.total === 0,
  };
}

/** Until the person chooses: the whole hunt, and its last 30 days. */
function usualDates(firstDay: string | null, zone: string): TwoDates {
  const second = addDays(today(zone), -30);
  const first = firstDay ?? addDays(second, -60);
  return first < second ? { first, second } : { first, second: first };
}
