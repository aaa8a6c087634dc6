import { logRank } from "../statistics/log-rank.ts";
import { compareShares, holm } from "../statistics/proportions.ts";
import type { Exits } from "../statistics/survival.ts";
import type { Period, PeriodRate } from "./compare.ts";
import {
  type ComparedFigure,
  type ComparedRate,
  comparedFigures,
  comparedRates,
  fewest,
  type Verdict,
} from "./values.ts";

export type Figure = {
  name: ComparedFigure;
  first: number | null;
  second: number | null;
  /** the second less the first */
  difference: number | null;
  /** the chance that it is noise, corrected for the several looks; null where nothing was tested */
  p: number | null;
  verdict: Verdict;
};

type Tested = { p: number | null; verdict: Verdict };
const sure = 0.05;

/** Each figure of two periods with its difference and what that amounts to. */
export function figuresOf(periods: [Period, Period], exits: [Exits[], Exits[]]): Figure[] {
  const rates = testRates(periods);
  const waits = testWaits(exits);
  return comparedFigures.map((name) => {
    const rate = comparedRates.find((one) => one === name);
    const [first, second] = periods.map((period) =>
      rate
        ? period.rates[rate].share
        : (period[name as Exclude<ComparedFigure, ComparedRate>] ?? null),
    ) as [number | null, number | null];
    const tested: Tested =
      (rate && rates[rate]) ?? (name === "median_days" ? waits : { p: null, verdict: "counted" });
    const difference = first === null || second === null ? null : second - first;
    return { name, first, second, difference, ...tested };
  });
}

function testRates([a, b]: [Period, Period]): Record<ComparedRate, Tested> {
  const few = Math.min(a.applications, b.applications) < fewest;
  const ps = comparedRates.map(
    (name) =>
      compareShares(
        { successes: b.rates[name].successes, trials: b.applications },
        { successes: a.rates[name].successes, trials: a.applications },
      )?.p ?? 1,
  );
  const adjusted = holm(ps);
  const tested = comparedRates.map((name, at): [ComparedRate, Tested] => {
    if (few) return [name, { p: null, verdict: "too_few" }];
    const p = adjusted[at] ?? 1;
    if (p >= sure) return [name, { p, verdict: "noise" }];
    const [before, after] = [a.rates[name], b.rates[name]];
    const higher = (after.share ?? 0) > (before.share ?? 0);
    const closes = higher
      ? mayReach(before, a.applications, after.share)
      : mayReach(after, b.applications, before.share);
    return [name, { p, verdict: closes ? "too_soon" : higher ? "higher" : "lower" }];
  });
  return Object.fromEntries(tested) as Record<ComparedRate, Tested>;
}

// Whether the lower share could still come up to the other, if all that is young and open did well.
const mayReach = ({ successes, may_add }: PeriodRate, trials: number, other: number | null) =>
  may_add > 0 && (successes + may_add) / trials >= (other ?? 0);

function testWaits([a, b]: [Exits[], Exits[]]): Tested {
  const sizes = [a, b].map((exits) => exits.reduce((n, e) => n + e.events + e.censored, 0));
  if (Math.min(...sizes) < fewest) return { p: null, verdict: "too_few" };
  const { p, groups } = logRank([a, b]);
  if (p >= sure) return { p, verdict: "noise" };
  const [, after] = groups;
  const sooner = (after?.observed ?? 0) > (after?.expected ?? 0);
  return { p, verdict: sooner ? "sooner" : "later" };
}
