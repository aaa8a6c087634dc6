import { chiSquareTail } from "./chi-square.ts";

/** The bounds of an interval. */
export type Interval = { low: number; high: number };

/** The 97.5 % quantile of the standard normal, for 95 % intervals. */
export const z95 = 1.959963984540054;

/** Clamps a number to 0 … 1. */
const clampShare = (value: number) => Math.min(1, Math.max(0, value));

/**
 * Wilson score interval of a proportion, 95 %, without continuity correction (E. B. Wilson, 1927).
 * Without trials, 0 to 1.
 */
export function wilson(successes: number, trials: number): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const z2 = z95 * z95;
  const middle = share + z2 / (2 * trials);
  const half = z95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  const whole = 1 + z2 / trials;
  return {
    low: successes <= 0 ? 0 : clampShare((middle - half) / whole),
    high: successes >= trials ? 1 : clampShare((middle + half) / whole),
  };
}

export type Share = { successes: number; trials: number };
export type Comparison = {
  /** first share minus second */
  difference: number;
  /** 95 % interval of the difference */
  interval: Interval;
  /** two-sided p-value of the hypothesis that the shares are equal */
  p: number;
};

/**
 * Compares two proportions: the difference with Newcombe's interval (1998, method 10), and a two-sided p by
 * Pearson's chi-square, or Fisher's exact test if a cell's expected count is below 5. Null without trials.
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
    p: pValue(a, b),
  };
}

function pValue(a: Share, b: Share): number {
  const trials = a.trials + b.trials;
  const successes = a.successes + b.successes;
  if (successes <= 0 || successes >= trials) return 1;
  const minExpected =
    (Math.min(successes, trials - successes) * Math.min(a.trials, b.trials)) / trials;
  if (minExpected < 5) return fisher(a, b);
  const pooled = successes / trials;
  const variance = pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials);
  return chiSquareTail((a.successes / a.trials - b.successes / b.trials) ** 2 / variance, 1);
}

/** Fisher's exact test, two-sided: the total probability of all tables no likelier than this one. */
export function fisher(a: Share, b: Share): number {
  const successes = a.successes + b.successes;
  const maxSuccesses = Math.min(a.trials, successes);
  const minSuccesses = Math.max(0, successes - b.trials);
  // Probability ratio of the table with `k + 1` successes in `a` to that with `k`.
  const ratio = (k: number) =>
    ((successes - k) * (a.trials - k)) / ((k + 1) * (b.trials - successes + k + 1));
  const tolerance = 1 + 1e-7;
  let [unlikelyWeight, totalWeight] = [1, 1];
  const add = (weight: number) => {
    totalWeight += weight;
    if (weight <= tolerance) unlikelyWeight += weight;
  };
  for (let k = a.successes, weight = 1; k < maxSuccesses; k += 1) {
    weight *= ratio(k);
    add(weight);
  }
  for (let k = a.successes, weight = 1; k > minSuccesses; k -= 1) {
    weight /= ratio(k - 1);
    add(weight);
  }
  return Math.min(1, unlikelyWeight / totalWeight);
}

/** Holm–Bonferroni correction of p-values (S. Holm, 1979), in the given order. */
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
