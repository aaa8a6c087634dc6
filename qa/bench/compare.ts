import type { Measured, Run } from "./record.ts";

/**
 * Whether both ratios are more than a quarter worse than the other's. What costs more shows in both; what other
 * programs do, in the answers a second much more than in the processor's time.
 */
export const isWorse = (now: Measured, then: Measured): boolean =>
  now.ratio < then.ratio * 0.75 && !(now.work >= then.work * 0.75);

/** The quick rows that are more than a quarter worse than in the other run; undefined where that was no like machine. */
export function worse(run: Run, before: Run | null): string[] | undefined {
  if (!before?.quick || before.machine !== run.machine) return undefined;
  const { quick } = before;
  return Object.entries(run.quick ?? {}).flatMap(([what, now]) => {
    const then = quick[what];
    return then && isWorse(now, then) ? [what] : [];
  });
}
