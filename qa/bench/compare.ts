import type { Measurement } from "./ratio.ts";
import type { Run } from "./record.ts";

const maxLoss = 0.25;

/**
 * Whether both ratios are more than a quarter worse than before. A slower answer shows in both; other programs on the
 * machine change the rate much more than the CPU time.
 */
export const isRegression = (now: Measurement, before: Measurement): boolean =>
  now.rateRatio < before.rateRatio * (1 - maxLoss) &&
  !(now.cpuRatio >= before.cpuRatio * (1 - maxLoss));

/** The quick rows that regressed since the run before; undefined where that ran on another kind of machine. */
export function regressions(run: Run, before: Run | null): string[] | undefined {
  if (!before?.quick || before.machine !== run.machine) return undefined;
  const { quick } = before;
  return Object.entries(run.quick ?? {}).flatMap(([row, now]) => {
    const then = quick[row];
    return then && isRegression(now, then) ? [row] : [];
  });
}
