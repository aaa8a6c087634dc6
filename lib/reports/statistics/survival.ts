import { type Interval, z95 } from "./interval.ts";

/** How many waits ended by the event, and how many were cut off without it, at one time. */
export type Exits = { time: number; events: number; censored: number };

export type Step = Interval & {
  time: number;
  at_risk: number;
  events: number;
  censored: number;
  /** the share that is still without the event after this time */
  survival: number;
  /** Greenwood's standard error of that share */
  error: number;
};

/**
 * The Kaplan–Meier estimate from counts per time, one step per time, with Greenwood's error and its
 * 95 % band on the log(−log) scale. Where the share is 0 or 1 the band has no width.
 */
export function kaplanMeier(exits: readonly Exits[]): Step[] {
  const ordered = sorted(exits);
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
      ...band(survival, greenwood),
    };
  });
}

/** Counts per time in order, without empty ones, each time once. */
export function sorted(exits: readonly Exits[]): Exits[] {
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

function band(survival: number, greenwood: number): Interval {
  if (survival <= 0 || survival >= 1) return { low: survival, high: survival };
  const log = Math.log(survival);
  const width = (z95 * Math.sqrt(greenwood)) / Math.abs(log);
  return { low: Math.exp(log * Math.exp(width)), high: Math.exp(log * Math.exp(-width)) };
}

/** The share still without the event after `time`: the last step up to it. */
export function survivalAt(steps: readonly Step[], time: number): number {
  let share = 1;
  for (const step of steps) {
    if (step.time > time) break;
    share = step.survival;
  }
  return share;
}
