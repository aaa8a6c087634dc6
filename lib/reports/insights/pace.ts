import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayNumber, localDay } from "../../dates.ts";
import { daySpan, sinceDay, withinSpan } from "../../records/days.ts";
import { countsAsNone } from "../../statuses/conditions.ts";
import { savedStatus } from "../../statuses/documented.ts";
import { cachedReport } from "../cached-report.ts";
import { getGoals } from "../goals/queries.ts";
import { goalsShape } from "../goals/schema.ts";
import { reportRows } from "../report-rows.ts";
import { countUndated } from "./queries.ts";
import { count, dayText } from "./schema.ts";
import { mondayOf, streaks } from "./streaks.ts";

const streak = z.strictObject({ days: count, first: dayText, last: dayText }).nullable();

/** The API's response of the pace. */
export const paceShape = z
  .strictObject({
    since: dayText,
    until: dayText,
    goals: goalsShape,
    applications: count,
    /** only those with applications, in order */
    days: z.array(z.strictObject({ day: dayText, count })),
    /** only those with applications, in order */
    weeks: z.array(
      z.strictObject({
        /** its Monday */
        week_start: z.iso.date(),
        /** year and week number as in the documented weekly report */
        year: count,
        week: count,
        count,
        /** complete: entirely since the requested day, and over */
        whole: z.boolean(),
      }),
    ),
    current: streak,
    longest: streak,
    /** complete weeks since the first application, and those that met the goal; null without a goal */
    goal_weeks: z.strictObject({ whole: count, met: count }).nullable(),
    /** applications dated after today, counted nowhere else here */
    ahead: count,
    undated: count,
  })
  .meta({ id: "Pace" });

export type Pace = z.infer<typeof paceShape>;
export type PaceDay = Pace["days"][number];
export type PaceWeek = Pace["weeks"][number];

// Covered by the partial index on user and application date.
const applications = (actor: Actor) => sql`job_posting where user_id = ${actor.user_id}
  and deleted_at is null and ${countsAsNone(sql`posting_status`, actor.user_id, [savedStatus])}`;

/**
 * UTC dates with applications, of local days and those next to them: a skip scan (one index seek per date) instead of
 * a full scan.
 */
async function utcDates(actor: Actor, since: string, until: string): Promise<string[]> {
  const [from, to] = [addDays(since, -1), addDays(until, 2)];
  const first = (start: ReturnType<typeof sql>) => sql`
    select applied_at from ${applications(actor)}
      and applied_at >= ${start} and applied_at < ${to} order by applied_at limit 1`;
  const rows = await reportRows<{ date: string }>(sql`
    with recursive found(at) as (
      select (${first(sql`${from}`)})
      union all
      select (${first(sql`date(substr(found.at, 1, 10), '+1 day')`)}) from found
      where found.at is not null)
    select substr(at, 1, 10) as date from found where at is not null`);
  return rows.map(({ date }) => date);
}

/** Applications per local day from `since` to `until`, inclusive. */
async function countDays(actor: Actor, since: string, until: string): Promise<PaceDay[]> {
  const zone = actor.time_zone;
  if (since > until) return [];
  // A local day overlaps at most the neighbouring UTC days.
  const candidates = (await utcDates(actor, since, until)).flatMap((date) => [
    addDays(date, -1),
    date,
    addDays(date, 1),
  ]);
  const days = [...new Set(candidates)].filter((day) => day >= since && day <= until).sort();
  const spans = days.map((day) => [...daySpan(day, addDays(day, 1), zone), day]);
  const counted = await reportRows<PaceDay>(sql`
    select json_extract(span.value, '$[5]') as day, (select count(*) from ${applications(actor)}
      and ${withinSpan(sql`applied_at`, sql`span.value`)}) as count
    from json_each(${JSON.stringify(spans)}) as span order by span.key`);
  return counted.filter(({ count }) => count > 0);
}

async function countFuture(actor: Actor, since: string, until: string): Promise<number> {
  const tomorrow = addDays(until, 1);
  const later = sinceDay(sql`applied_at`, since > tomorrow ? since : tomorrow, actor.time_zone);
  const [row] = await reportRows<{ ahead: number }>(sql`
    select count(*) as ahead from ${applications(actor)} and ${later}`);
  return row?.ahead ?? 0;
}

/** Week number by which the first Monday of a year starts week 1. */
function weekNumber(monday: string): number {
  return Math.floor((dayNumber(monday) - dayNumber(`${monday.slice(0, 4)}-01-01`) + 7) / 7);
}

function weeksOf(days: PaceDay[], since: string, until: string): PaceWeek[] {
  const counts = new Map<string, number>();
  for (const { day, count } of days) {
    const monday = mondayOf(day);
    counts.set(monday, (counts.get(monday) ?? 0) + count);
  }
  return [...counts].map(([week_start, count]) => ({
    week_start,
    year: Number(week_start.slice(0, 4)),
    week: weekNumber(week_start),
    count,
    whole: week_start >= since && addDays(week_start, 6) < until,
  }));
}

function goalWeeks(weeks: PaceWeek[], goal: number, since: string, until: string) {
  const met = weeks.filter(({ whole, count }) => whole && count >= goal).length;
  const [first] = weeks;
  if (!first) return { whole: 0, met };
  const start = first.week_start >= since ? first.week_start : addDays(first.week_start, 7);
  const days = dayNumber(mondayOf(until)) - dayNumber(start);
  return { whole: Math.max(0, days / 7), met };
}

/** Pace of applications from a day until today: per day, per week against the goal, and streaks. */
export const pace = cachedReport(
  async (actor: Actor, since: string, now: number = Date.now()): Promise<Pace> => {
    const until = localDay(new Date(now).toISOString(), actor.time_zone);
    const [goals, days, ahead, undated] = await Promise.all([
      getGoals(actor),
      countDays(actor, since, until),
      countFuture(actor, since, until),
      countUndated(actor),
    ]);
    const weeks = weeksOf(days, since, until);
    return {
      since,
      until,
      goals,
      applications: days.reduce((sum, { count }) => sum + count, 0),
      days,
      weeks,
      ...streaks(
        days.map(({ day }) => day),
        goals.rest_days,
        until,
      ),
      goal_weeks: goals.weekly_goal ? goalWeeks(weeks, goals.weekly_goal, since, until) : null,
      ahead,
      undated,
    };
  },
);
