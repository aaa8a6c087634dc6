import { chiSquareTail } from "./chi-square.ts";
import { type Interval, wilson } from "./interval.ts";

export type Share = { successes: number; trials: number };
export type Comparison = {
  /** the first share less the second */
  difference: number;
  /** 95 % interval of the difference */
  interval: Interval;
  /** how often chance alone would set two equal shares at least so far apart */
  p: number;
};

/**
 * Two shares set against each other: their difference with R. G. Newcombe's interval (1998, method 10),
 * and a two-sided p: Pearson's chi-square, or Fisher's exact test where a cell expects fewer than 5.
 * Null where one of them has no trials.
 */
export function compareShares(a: Share, b: Share): Comparison | null {
  if (a.trials <= 0 || b.trials <= 0) return null;
  const [shareA, shareB] = [a.successes / a.trials, b.successes / b.trials];
  const [boundsA, boundsB] = [wilson(a.successes, a.trials), wilson(b.successes, b.trials)];
  const difference = shareA - shareB;
  return {
    difference,
    interval: {
      low: difference - Math.hypot(shareA - boundsA.low, boundsB.high - shareB),
      high: difference + Math.hypot(boundsA.high - shareA, shareB - boundsB.low),
    },
    p: pOfTable(a, b),
  };
}

function pOfTable(a: Share, b: Share): number {
  const trials = a.trials + b.trials;
  const successes = a.successes + b.successes;
  if (successes <= 0 || successes >= trials) return 1;
  const fewest = (Math.min(successes, trials - successes) * Math.min(a.trials, b.trials)) / trials;
  if (fewest < 5) return fisher(a, b);
  const pooled = successes / trials;
  const variance = pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials);
  return chiSquareTail((a.successes / a.trials - b.successes / b.trials) ** 2 / variance, 1);
}

/** Fisher's exact test, two-sided: the sum of all tables that are no likelier than this one. */
export function fisher(a: Share, b: Share): number {
  const successes = a.successes + b.successes;
  const most = Math.min(a.trials, successes);
  const least = Math.max(0, successes - b.trials);
  // How many times likelier the table with one success more in `a` is.
  const ratio = (k: number) =>
    ((successes - k) * (a.trials - k)) / ((k + 1) * (b.trials - successes + k + 1));
  const slack = 1 + 1e-7;
  let [rare, all] = [1, 1];
  const add = (weight: number) => {
    all += weight;
    if (weight <= slack) rare += weight;
  };
  for (let k = a.successes, weight = 1; k < most; k += 1) {
    weight *= ratio(k);
    add(weight);
  }
  for (let k = a.successes, weight = 1; k > least; k -= 1) {
    weight /= ratio(k - 1);
    add(weight);
  }
  return Math.min(1, rare / all);
}

/** The p-values adjusted for being several (S. Holm, 1979), in the order that they came in. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).sort((x, y) => x.p - y.p);
  const adjusted = ps.map(() => 1);
  let highest = 0;
  order.forEach(({ p, at }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    adjusted[at] = highest;
  });
  return adjusted;
}
