import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logRank } from "./log-rank.ts";
import { type Exits, kaplanMeier, survivalAt } from "./survival.ts";

// Freireich et al., Blood 21 (1963): weeks of remission, + for those still in it. As tabulated in
// Kleinbaum and Klein, Survival Analysis, tables 2.1 to 2.3, and in R's documentation of survdiff.
const mercaptopurine = read("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
const placebo = read("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

function read(weeks: string): Exits[] {
  return weeks.split(" ").map((week) => ({
    time: Number.parseInt(week, 10),
    events: week.endsWith("+") ? 0 : 1,
    censored: week.endsWith("+") ? 1 : 0,
  }));
}

describe("kaplanMeier", () => {
  it("gives the published estimate, errors and bands of the 6-MP trial", () => {
    const seen = kaplanMeier(mercaptopurine)
      .filter(({ events }) => events > 0)
      .map(({ time, at_risk, survival, error, low, high }) => [
        time,
        at_risk,
        ...[survival, error, low, high].map((value) => Number(value.toFixed(4))),
      ]);
    expect(seen).toEqual([
      [6, 21, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 17, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 15, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 12, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 11, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 7, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 6, 0.4482, 0.1346, 0.1881, 0.6801],
    ]);
  });

  it("falls to nothing without NaN where all have the event", () => {
    const last = kaplanMeier(placebo).at(-1);
    expect(last).toMatchObject({ time: 23, survival: 0, error: 0, low: 0, high: 0 });
  });

  it("has no steps without rows, and keeps the share before the first", () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(survivalAt([], 10)).toBe(1);
    expect(survivalAt(kaplanMeier(mercaptopurine), 5.9)).toBe(1);
    expect(survivalAt(kaplanMeier(mercaptopurine), 9)).toBeCloseTo(0.8067, 4);
  });
});

describe("logRank", () => {
  it("gives the published test of 6-MP against placebo", () => {
    const test = logRank([mercaptopurine, placebo]);
    expect(test.chi_square).toBeCloseTo(16.7929, 4);
    expect(test.df).toBe(1);
    expect(test.p).toBeCloseTo(4.1689e-5, 8);
    expect(test.groups.map(({ observed }) => observed)).toEqual([9, 21]);
    expect(test.groups.map(({ expected }) => Number(expected.toFixed(4)))).toEqual([
      19.2505, 10.7495,
    ]);
  });

  it("finds nothing where there is nothing to compare", () => {
    expect(logRank([])).toMatchObject({ chi_square: 0, df: 0, p: 1 });
    expect(logRank([mercaptopurine, []])).toMatchObject({ df: 0, p: 1 });
  });
});

const exits = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 30 }),
    events: fc.integer({ min: 0, max: 4 }),
    censored: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 20 },
);

it("falls step by step within its band, whatever the waits", () => {
  fc.assert(
    fc.property(exits, (waits) => {
      let before = 1;
      for (const { survival, low, high, error } of kaplanMeier(waits)) {
        expect(survival).toBeLessThanOrEqual(before);
        expect(low).toBeLessThanOrEqual(survival);
        expect(high).toBeGreaterThanOrEqual(survival);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(error).not.toBeNaN();
        before = survival;
      }
    }),
  );
});

it("is the plain share where nobody is cut off", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (times) => {
      const steps = kaplanMeier(times.map((time) => ({ time, events: 1, censored: 0 })));
      for (const { time, survival } of steps) {
        expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 10);
      }
    }),
  );
});

it("gives a log-rank test that does not care for the groups' order, and a p between 0 and 1", () => {
  fc.assert(
    fc.property(fc.array(exits, { minLength: 2, maxLength: 4 }), (groups) => {
      const [forward, backward] = [logRank(groups), logRank(groups.toReversed())];
      expect(forward.chi_square).toBeCloseTo(backward.chi_square, 6);
      expect(forward.df).toBe(backward.df);
      expect(forward.p).toBeGreaterThanOrEqual(0);
      expect(forward.p).toBeLessThanOrEqual(1);
      const sum = (pick: "observed" | "expected") =>
        forward.groups.reduce((n, group) => n + group[pick], 0);
      expect(sum("observed")).toBeCloseTo(sum("expected"), 6);
    }),
  );
});
