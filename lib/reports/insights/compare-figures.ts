import { z } from "zod";
import { compareShares, holm } from "../statistics/proportions.ts";
import { countExits, type Exits, logRank } from "../statistics/survival.ts";
import { count, dayText, share } from "./schema.ts";
import {
  type ComparedFigure,
  type ComparedRate,
  comparedFigures,
  comparedRates,
  minSampleSize,
  verdicts,
} from "./values.ts";

const periodRate = z.strictObject({
  successes: count,
  share: share.nullable(),
  low: share,
  high: share,
  /** open applications of the last 30 days, which may still add to it */
  may_add: count,
});

const periodShape = z
  .strictObject({
    from: dayText,
    /** the last day; null for the current period */
    to: dayText.nullable(),
    /** days of the period up to and including today */
    days: count,
    applications: count,
    per_week: z.number().nullable(),
    rates: z.strictObject({
      answered: periodRate,
      interview: periodRate,
      offer: periodRate,
      rejected: periodRate,
    }),
    median_days: count.nullable(),
    /** recorded time spent on its applications */
    minutes: z.int(),
    minutes_per_application: z.number().nullable(),
  })
  .meta({ id: "Period" });

const figureShape = z.strictObject({
  name: z.enum(comparedFigures),
  first: z.number().nullable(),
  second: z.number().nullable(),
  /** second minus first */
  difference: z.number().nullable(),
  /** p-value after Holm's correction for multiple comparisons; null if not tested */
  p: share.nullable(),
  verdict: z.enum(verdicts),
});

/** The API's response of a comparison. */
export const compareShape = z
  .strictObject({
    first: dayText,
    second: dayText,
    periods: z.array(periodShape).length(2),
    figures: z.array(figureShape),
  })
  .meta({ id: "Compared" });

export type PeriodRate = z.infer<typeof periodRate>;
export type ComparedPeriod = z.infer<typeof periodShape>;
export type Figure = z.infer<typeof figureShape>;

type TestResult = Pick<Figure, "p" | "verdict">;
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
  if (Math.min(countExits(a), countExits(b)) < minSampleSize)
    return { p: null, verdict: "too_few" };
  const { p, groups } = logRank([a, b]);
  if (p >= significanceLevel) return { p, verdict: "noise" };
  const [, after] = groups;
  const sooner = (after?.observed ?? 0) > (after?.expected ?? 0);
  return { p, verdict: sooner ? "sooner" : "later" };
}
