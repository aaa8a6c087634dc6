import type { Interval } from "../statistics/interval.ts";
import { logRank } from "../statistics/log-rank.ts";
import { compareShares, holm } from "../statistics/proportions.ts";
import type { Exits } from "../statistics/survival.ts";
import {
  type ComparedFigure,
  type ComparedRate,
  comparedFigures,
  comparedRates,
  minSampleSize,
  type Verdict,
} from "./values.ts";

export type PeriodRate = Interval & {
  successes: number;
  share: number | null;
  /** open applications of the last 30 days, which may still add to it */
  may_add: number;
};

export type ComparedPeriod = {
  from: string;
  /** the last day; null for the current period */
  to: string | null;
  /** days of the period up to and including today */
  days: number;
  applications: number;
  per_week: number | null;
  rates: Record<ComparedRate, PeriodRate>;
  median_days: number | null;
  /** recorded time spent on its applications */
  minutes: number;
  minutes_per_application: number | null;
};

export type Figure = {
  name: ComparedFigure;
  first: number | null;
  second: number | null;
  /** second minus first */
  difference: number | null;
  /** p-value after Holm's correction for multiple comparisons; null if not tested */
  p: number | null;
  verdict: Verdict;
};

type TestResult = { p: number | null; verdict: Verdict };
const significanceLevel = 0.05;

/** The figures of two periods with differences, p-values and verdicts. */
export function figuresOf(
  periods: [ComparedPeriod, ComparedPeriod],
  exits: [Exits[], Exits[]],
): Figure[] {
  const rates = testRates(periods);
  const waits = testWaits(exits);
  return comparedFigures.map((name) => {
    const rate = comparedRates.find((candidate) => candidate === name);
    const [first, second] = periods.map((period) =>
      rate
        ? period.rates[rate].share
        : (period[name as Exclude<ComparedFigure, ComparedRate>] ?? null),
    ) as [number | null, number | null];
    const tested: TestResult =
      (rate && rates[rate]) ?? (name === "median_days" ? waits : { p: null, verdict: "counted" });
    const difference = first === null || second === null ? null : second - first;
    return { name, first, second, difference, ...tested };
  });
}

function testRates([a, b]: [ComparedPeriod, ComparedPeriod]): Record<ComparedRate, TestResult> {
  const tooFew = Math.min(a.applications, b.applications) < minSampleSize;
  const ps = comparedRates.map(
    (name) =>
      compareShares(
        { successes: b.rates[name].successes, trials: b.applications },
        { successes: a.rates[name].successes, trials: a.applications },
      )?.p ?? 1,
  );
  const adjusted = holm(ps);
  const tested = comparedRates.map((name, at): [ComparedRate, TestResult] => {
    if (tooFew) return [name, { p: null, verdict: "too_few" }];
    const p = adjusted[at] ?? 1;
    if (p >= significanceLevel) return [name, { p, verdict: "noise" }];
    const [before, after] = [a.rates[name], b.rates[name]];
    const higher = (after.share ?? 0) > (before.share ?? 0);
    const mayStillChange = higher
      ? mayCatchUp(before, a.applications, after.share)
      : mayCatchUp(after, b.applications, before.share);
    return [name, { p, verdict: mayStillChange ? "too_soon" : higher ? "higher" : "lower" }];
  });
  return Object.fromEntries(tested) as Record<ComparedRate, TestResult>;
}

// Whether the lower share could still reach the other if all recent open applications succeeded.
const mayCatchUp = ({ successes, may_add }: PeriodRate, trials: number, other: number | null) =>
  may_add > 0 && (successes + may_add) / trials >= (other ?? 0);

function testWaits([a, b]: [Exits[], Exits[]]): TestResult {
  const sizes = [a, b].map((exits) => exits.reduce((n, e) => n + e.events + e.censored, 0));
  if (Math.min(...sizes) < minSampleSize) return { p: null, verdict: "too_few" };
  const { p, groups } = logRank([a, b]);
  if (p >= significanceLevel) return { p, verdict: "noise" };
  const [, after] = groups;
  const sooner = (after?.observed ?? 0) > (after?.expected ?? 0);
  return { p, verdict: sooner ? "sooner" : "later" };
}
