import { chiSquareTail } from "./chi-square.ts";
import { type Interval, z95 } from "./proportions.ts";

/** The number of events and of censored observations at one time. */
export type Exits = { time: number; events: number; censored: number };

/** The number of observations, with the event and censored. */
export const countExits = (exits: readonly Exits[]): number =>
  exits.reduce((sum, { events, censored }) => sum + events + censored, 0);

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
  let atRisk = countExits(ordered);
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
function sortExits(exits: readonly Exits[]): Exits[] {
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

export type LogRank = {
  chi_square: number;
  df: number;
  p: number;
  /** per group: observed events, and those expected under the null hypothesis */
  groups: { observed: number; expected: number }[];
};

/** Unweighted log-rank test of two or more groups (Mantel, 1966; Peto and Peto, 1972). */
export function logRank(samples: readonly (readonly Exits[])[]): LogRank {
  const groups = samples.map(sortExits);
  const size = groups.length;
  const atRisk = groups.map(countExits);
  const observed = groups.map((group) => group.reduce((n, e) => n + e.events, 0));
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  const cursors = groups.map(() => 0);
  for (const time of allTimes(groups)) {
    const exitsNow = groups.map((group, g) => {
      const exit = group[cursors[g] ?? 0];
      return exit?.time === time ? exit : undefined;
    });
    const events = exitsNow.reduce((n, exit) => n + (exit?.events ?? 0), 0);
    const total = atRisk.reduce((n, count) => n + count, 0);
    // Variance factor of the hypergeometric distribution: `events` drawn from all at risk.
    const drawVariance = total > 1 ? (events * (total - events)) / (total - 1) : 0;
    for (let g = 0; g < size; g += 1) {
      const share = (atRisk[g] ?? 0) / total;
      expected[g] = (expected[g] ?? 0) + events * share;
      const row = covariance[g] ?? [];
      for (let h = 0; h < size; h += 1) {
        const other = (atRisk[h] ?? 0) / total;
        row[h] = (row[h] ?? 0) + drawVariance * share * ((g === h ? 1 : 0) - other);
      }
    }
    exitsNow.forEach((exit, g) => {
      if (!exit) return;
      atRisk[g] = (atRisk[g] ?? 0) - exit.events - exit.censored;
      cursors[g] = (cursors[g] ?? 0) + 1;
    });
  }
  const { value, rank } = quadraticForm(
    observed.map((count, g) => count - (expected[g] ?? 0)),
    covariance,
  );
  return {
    chi_square: value,
    df: rank,
    p: chiSquareTail(value, rank),
    groups: observed.map((count, g) => ({ observed: count, expected: expected[g] ?? 0 })),
  };
}

function allTimes(groups: Exits[][]): number[] {
  return [...new Set(groups.flatMap((group) => group.map(({ time }) => time)))].sort(
    (a, b) => a - b,
  );
}

// v' M⁻ v by Gaussian elimination; dependent rows (the last group, groups never at risk) lower the rank.
function quadraticForm(vector: number[], matrix: number[][]): { value: number; rank: number } {
  const rows = matrix.map((row, g) => [...row, vector[g] ?? 0]);
  const size = vector.length;
  const negligible = 1e-9 * Math.max(1, ...matrix.map((row, g) => row[g] ?? 0));
  let [value, rank] = [0, 0];
  for (let g = 0; g < size; g += 1) {
    const pivotRow = rows[g] ?? [];
    const pivot = pivotRow[g] ?? 0;
    if (pivot <= negligible) continue;
    rank += 1;
    value += (pivotRow[size] ?? 0) ** 2 / pivot;
    for (let below = g + 1; below < size; below += 1) {
      const row = rows[below] ?? [];
      const factor = (row[g] ?? 0) / pivot;
      rows[below] = row.map((cell, at) => cell - factor * (pivotRow[at] ?? 0));
    }
  }
  return { value, rank };
}
