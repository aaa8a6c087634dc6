import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayStart, localDay, toStored } from "../../dates.ts";
import { type Interval, wilson } from "../statistics/interval.ts";
import { cachedReport } from "./cached-report.ts";
import { daysBetween, type TwoDays } from "./compare-days.ts";
import { type Figure, figuresOf } from "./compare-figures.ts";
import { appliedSince } from "./queries.ts";
import { type ComparedRate, comparedRates, silenceAfterDays } from "./values.ts";
import { groupOf, toExits, waitRows } from "./waits.ts";

export type PeriodRate = Interval & {
  successes: number;
  share: number | null;
  /** applications that are open and young enough to add to it yet */
  may_add: number;
};

export type Period = {
  from: string;
  /** the last day; null where it goes on */
  to: string | null;
  /** of it that are over or begun */
  days: number;
  applications: number;
  per_week: number | null;
  rates: Record<ComparedRate, PeriodRate>;
  median_days: number | null;
  /** spent on its applications, where that was noted */
  minutes: number;
  minutes_per_application: number | null;
};

export type Compared = TwoDays & { periods: [Period, Period]; figures: Figure[] };

type Row = { later: number; applications: number; minutes: number | null; timed: number } & Record<
  ComparedRate | `${ComparedRate}_yet`,
  number
>;

/**
 * The applications from the first day to the second against those from the second on, figure by figure, with
 * the chance that a difference is noise: Holm's correction over the rates, the log-rank test for the waits.
 */
export const compare = cachedReport(
  async (actor: Actor, { first, second }: TwoDays, now: number = Date.now()): Promise<Compared> => {
    const later = sql`applied_at >= ${dayStart(second, actor.time_zone)}`;
    const young = toStored(now - silenceAfterDays * 86_400_000);
    const yet = sql`ending = '' and applied_at > ${young}`;
    const counted = getDb().all<Row>(sql`
    select ${later} as later, count(*) as applications, sum(time_spent) as minutes,
      count(time_spent) as timed, sum(reached > 1) as answered, sum(reached > 2) as interview,
      sum(reached > 3) as offer, sum(ending = 'rejected') as rejected,
      sum(${yet} and reached <= 1) as answered_yet, sum(${yet} and reached <= 2) as interview_yet,
      sum(${yet} and reached <= 3) as offer_yet, sum(${yet}) as rejected_yet
    from posting_fact where ${appliedSince(actor, first)} group by 1`);
    const waited = await waitRows(
      actor,
      first,
      sql`case when ${later} then 'later' else 'before' end`,
      "response",
      now,
    );
    const rows = await counted;
    const tomorrow = addDays(localDay(toStored(now), actor.time_zone), 1);
    const exits = (["before", "later"] as const).map((part) =>
      toExits(waited.filter((row) => row.part === part && row.days !== null)),
    );
    const period = (at: 0 | 1): Period => {
      const row = rows.find((one) => one.later === at);
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
        median_days: groupOf("", exits[at] ?? []).median_days,
        minutes: row?.minutes ?? 0,
        minutes_per_application: row?.timed ? (row.minutes ?? 0) / row.timed : null,
      };
    };
    const periods: [Period, Period] = [period(0), period(1)];
    return {
      first,
      second,
      periods,
      figures: figuresOf(periods, [exits[0] ?? [], exits[1] ?? []]),
    };
  },
);

function rateOf(row: Row | undefined, name: ComparedRate, applications: number): PeriodRate {
  const successes = row?.[name] ?? 0;
  return {
    successes,
    share: applications > 0 ? successes / applications : null,
    ...wilson(successes, applications),
    may_add: row?.[`${name}_yet`] ?? 0,
  };
}
