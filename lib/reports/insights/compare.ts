import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayMs, dayNumber, localDay, today, toStored } from "../../dates.ts";
import { sinceDay } from "../../records/days.ts";
import { cachedReport } from "../cached-report.ts";
import { dashboardDates, type TwoDates } from "../dashboard/queries.ts";
import { reportRows } from "../report-rows.ts";
import { wilson } from "../statistics/proportions.ts";
import type { Exits } from "../statistics/survival.ts";
import { type ComparedPeriod, type Figure, figuresOf, type PeriodRate } from "./compare-figures.ts";
import { appliedSince, firstDay } from "./queries.ts";
import { type ComparedRate, comparedRates, silenceAfterDays } from "./values.ts";
import { toExits, waitGroup, waitRows } from "./waits.ts";

type AskedDates = { first?: string | undefined; second?: string | undefined };

/** Days from one calendar day to a later one; 0 if it is not later. */
const daysBetween = (from: string, to: string) => Math.max(0, dayNumber(to) - dayNumber(from));

// The last 30 days against all before; a shorter hunt is split in half.
function defaultSecondDay(first: string, now: string): string {
  const usual = addDays(now, -30);
  return first < usual
    ? usual
    : addDays(first, Math.max(1, Math.ceil(daysBetween(first, now) / 2)));
}

/**
 * The two days to compare by: the requested ones, else the person's dashboard dates, else the hunt's first
 * day and the last 30 days. The second is later than the first unless both were requested.
 */
export async function comparisonDays(actor: Actor, asked: AskedDates): Promise<TwoDates> {
  const now = today(actor.time_zone);
  if (asked.first && asked.second) return { first: asked.first, second: asked.second };
  const { first, second } = await dashboardDates(actor, {
    first: await firstDay(actor),
    second: "",
  });
  if (asked.second) {
    return first < asked.second
      ? { first, second: asked.second }
      : { first: addDays(asked.second, -30), second: asked.second };
  }
  const from = asked.first ?? first;
  return { first: from, second: second > from ? second : defaultSecondDay(from, now) };
}

/** `comparisonDays` for a page: reversed days are swapped, and the first period has at least one day. */
export async function comparisonPageDays(actor: Actor, asked: AskedDates): Promise<TwoDates> {
  const days = await comparisonDays(actor, asked);
  const [first = days.first, second = days.second] = [days.first, days.second].sort();
  return { first, second: first === second ? addDays(first, 1) : second };
}

export type PeriodComparison = TwoDates & {
  periods: [ComparedPeriod, ComparedPeriod];
  figures: Figure[];
};

type PeriodRow = {
  later: number;
  applications: number;
  minutes: number | null;
  timed: number;
} & Record<ComparedRate | `${ComparedRate}_yet`, number>;

/**
 * Compares the applications before and since the second day, figure by figure. Rates are tested with
 * Holm's correction, waits with the log-rank test.
 */
export const compare = cachedReport(
  async (
    actor: Actor,
    { first, second }: TwoDates,
    now: number = Date.now(),
  ): Promise<PeriodComparison> => {
    const later = sinceDay(sql`applied_at`, second, actor.time_zone);
    const silenceLimit = toStored(now - silenceAfterDays * dayMs);
    const mayStillAdd = sql`ending = '' and applied_at > ${silenceLimit}`;
    const counted = reportRows<PeriodRow>(sql`
    select ${later} as later, count(*) as applications, sum(time_spent) as minutes,
      count(time_spent) as timed, sum(reached > 1) as answered, sum(reached > 2) as interview,
      sum(reached > 3) as offer, sum(ending = 'rejected') as rejected,
      sum(${mayStillAdd} and reached <= 1) as answered_yet, sum(${mayStillAdd} and reached <= 2) as interview_yet,
      sum(${mayStillAdd} and reached <= 3) as offer_yet, sum(${mayStillAdd}) as rejected_yet
    from posting_fact where ${appliedSince(actor, first)} group by 1`);
    const waited = await waitRows(
      actor,
      first,
      sql`case when ${later} then 'later' else 'before' end`,
      "any",
      now,
    );
    const rows = await counted;
    const tomorrow = addDays(localDay(toStored(now), actor.time_zone), 1);
    const exitsOf = (part: string) =>
      toExits(waited.filter((row) => row.part === part && row.days !== null));
    const exits: [Exits[], Exits[]] = [exitsOf("before"), exitsOf("later")];
    const period = (at: 0 | 1): ComparedPeriod => {
      const row = rows.find((candidate) => candidate.later === at);
      const applications = row?.applications ?? 0;
      const until = at === 0 && second < tomorrow ? second : tomorrow;
      const days = daysBetween(at === 0 ? first : second, until);
      return {
        from: at === 0 ? first : second,
        to: at === 0 ? addDays(second, -1) : null,
        days,
        applications,
        per_week: days > 0 ? (7 * applications) / days : null,
        rates: Object.fromEntries(
          comparedRates.map((name) => [name, rateOf(row, name, applications)]),
        ) as Record<ComparedRate, PeriodRate>,
        median_days: waitGroup("", exits[at]).median_days,
        minutes: row?.minutes ?? 0,
        minutes_per_application: row?.timed ? (row.minutes ?? 0) / row.timed : null,
      };
    };
    const periods: [ComparedPeriod, ComparedPeriod] = [period(0), period(1)];
    return { first, second, periods, figures: figuresOf(periods, exits) };
  },
);

function rateOf(row: PeriodRow | undefined, name: ComparedRate, applications: number): PeriodRate {
  const successes = row?.[name] ?? 0;
  return {
    successes,
    share: applications > 0 ? successes / applications : null,
    ...wilson(successes, applications),
    may_add: row?.[`${name}_yet`] ?? 0,
  };
}
