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
