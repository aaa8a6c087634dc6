import { type Interval, z95 } from "./interval.ts";

/** The number of events and of censored observations at one time. */
export type Exits = { time: number; events: number; censored: number };

export type SurvivalStep = Interval & {
  time: number;
  at_risk: number;
  events: number;
  censored: number;
  /** estimated share without the event after this time */
  survival: number;
  /** Greenwood's standard error of that share */
  error: number;
};

/**
 * Kaplan–Meier estimator from counts per time, with Greenwood's standard error and a 95 % confidence
 * interval on the log(−log) scale, which has no width where the estimate is 0 or 1.
 */
export function kaplanMeier(exits: readonly Exits[]): SurvivalStep[] {
  const ordered = sortExits(exits);
  let atRisk = ordered.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let [survival, greenwood] = [1, 0];
  return ordered.map(({ time, events, censored }) => {
    const before = atRisk;
    survival *= 1 - events / before;
    if (before > events) greenwood += events / (before * (before - events));
    atRisk -= events + censored;
    return {
      time,
      at_risk: before,
      events,
      censored,
      survival,
      error: survival * Math.sqrt(greenwood),
      ...logLogInterval(survival, greenwood),
    };
  });
}

/** Merges counts of the same time and sorts them; empty ones are dropped. */
export function sortExits(exits: readonly Exits[]): Exits[] {
  const byTime = new Map<number, Exits>();
  for (const { time, events, censored } of exits) {
    if (events + censored <= 0) continue;
    const sum = byTime.get(time) ?? { time, events: 0, censored: 0 };
    byTime.set(time, {
      time,
      events: sum.events + events,
      censored: sum.censored + censored,
    });
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}

function logLogInterval(survival: number, greenwood: number): Interval {
  if (survival <= 0 || survival >= 1) return { low: survival, high: survival };
  const log = Math.log(survival);
  const width = (z95 * Math.sqrt(greenwood)) / Math.abs(log);
  return { low: Math.exp(log * Math.exp(width)), high: Math.exp(log * Math.exp(-width)) };
}

/** The survival estimate at `time`: that of the last step up to it. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  let share = 1;
  for (const step of steps) {
    if (step.time > time) break;
    share = step.survival;
  }
  return share;
}
