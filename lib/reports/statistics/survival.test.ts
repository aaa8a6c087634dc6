import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Exits, kaplanMeier, logRank, survivalAt } from "./survival.ts";

// Freireich et al., Blood 21 (1963): weeks of remission, + for those still in it; the data as in
// G. Rodríguez, grodri.github.io/survival/gehan (30 relapses, 541 weeks). The figures were computed a
// second time in exact fractions from the formulas, apart from this code.
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
  test("gives the published estimate, errors and bands of the 6-MP trial", () => {
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

  test("falls to 0 without NaN where all have the event", () => {
    const last = kaplanMeier(placebo).at(-1);
    expect(last).toMatchObject({ time: 23, survival: 0, error: 0, low: 0, high: 0 });
  });

  test("has no steps without rows, and keeps the share before the first", () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(survivalAt([], 10)).toBe(1);
    expect(survivalAt(kaplanMeier(mercaptopurine), 5.9)).toBe(1);
    expect(survivalAt(kaplanMeier(mercaptopurine), 9)).toBeCloseTo(0.8067, 4);
  });
});

// R's survival::aml (R. G. Miller, Survival Analysis, 1997): weeks in remission with and without
// maintained chemotherapy. What survfit prints rounded (0.909, 0.0867; 0.818, 0.1163; 0.716, 0.1397; …)
// stands here to 4 decimals, computed in exact fractions from the formulas; the band is log-log.
const maintained = read("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
const unmaintained = read("5 5 8 8 12 16+ 23 27 30 33 43 45");

const rows = (sample: Exits[]) =>
  kaplanMeier(sample)
    .filter(({ events }) => events > 0)
    .map(({ time, at_risk, survival, error, low, high }) => [
      time,
      at_risk,
      ...[survival, error, low, high].map((value) => Number(value.toFixed(4))),
    ]);

test("gives the estimate, errors and bands of the AML trial, with ties and a censored last time", () => {
  expect(rows(maintained)).toEqual([
    [9, 11, 0.9091, 0.0867, 0.5081, 0.9867],
    [13, 10, 0.8182, 0.1163, 0.4474, 0.9512],
    [18, 8, 0.7159, 0.1397, 0.3502, 0.899],
    [23, 7, 0.6136, 0.1526, 0.2658, 0.8353],
    [31, 5, 0.4909, 0.1642, 0.1673, 0.7534],
    [34, 4, 0.3682, 0.1627, 0.0928, 0.657],
    [48, 2, 0.1841, 0.1535, 0.0117, 0.525],
  ]);
  expect(rows(unmaintained)).toEqual([
    [5, 12, 0.8333, 0.1076, 0.4817, 0.9555],
    [8, 10, 0.6667, 0.1361, 0.337, 0.8597],
    [12, 8, 0.5833, 0.1423, 0.2701, 0.8009],
    [23, 6, 0.4861, 0.1481, 0.1919, 0.7297],
    [27, 5, 0.3889, 0.147, 0.1263, 0.6498],
    [30, 4, 0.2917, 0.1387, 0.0724, 0.5609],
    [33, 3, 0.1944, 0.1219, 0.0312, 0.4614],
    [43, 2, 0.0972, 0.0919, 0.0057, 0.3489],
    [45, 1, 0, 0, 0, 0],
  ]);
});

describe("kaplanMeier at its edges", () => {
  test("stays at 1 where all are censored", () => {
    for (const step of kaplanMeier(read("3+ 3+ 8+"))) {
      expect(step).toMatchObject({ survival: 1, error: 0, low: 1, high: 1 });
    }
  });

  test("has one step for one wait", () => {
    expect(kaplanMeier(read("4"))).toMatchObject([{ time: 4, at_risk: 1, survival: 0, low: 0 }]);
    expect(kaplanMeier(read("4+"))).toMatchObject([{ time: 4, at_risk: 1, survival: 1, high: 1 }]);
  });

  test("counts those censored at the time of an event as at risk", () => {
    expect(kaplanMeier(read("5 5+ 5+ 9"))).toMatchObject([
      { time: 5, at_risk: 4, survival: 0.75 },
      { time: 9, at_risk: 1, survival: 0 },
    ]);
  });
});

describe("logRank", () => {
  // As R prints it: survdiff(Surv(time, status) ~ x, data = aml) gives 7 observed and 10.69 expected,
  // 11 and 7.31, Chisq 3.4 on 1 degree of freedom, p = 0.0653; the further digits by exact fractions.
  test("gives R's test of the AML trial", () => {
    const result = logRank([maintained, unmaintained]);
    expect(result.groups.map(({ observed }) => observed)).toEqual([7, 11]);
    expect(result.groups.map(({ expected }) => Number(expected.toFixed(4)))).toEqual([
      10.6893, 7.3107,
    ]);
    expect(result.chi_square).toBeCloseTo(3.3964, 4);
    expect(result.p).toBeCloseTo(0.0653, 4);
  });

  // By the same formulas in exact fractions, the covariances inverted without its last row.
  test("compares three groups", () => {
    const result = logRank([placebo, mercaptopurine, maintained]);
    expect(result.df).toBe(2);
    expect(result.chi_square).toBeCloseTo(28.5527, 4);
    expect(result.p).toBeCloseTo(6.3076e-7, 10);
    expect(result.groups.map(({ expected }) => Number(expected.toFixed(4)))).toEqual([
      8.2549, 15.7277, 13.0174,
    ]);
    expect(logRank([mercaptopurine, maintained, unmaintained]).p).toBeCloseTo(0.183, 4);
  });

  test("includes a group without events, and excludes one never at risk at an event", () => {
    const quiet = logRank([placebo, read("30+ 31+ 32+")]);
    expect(quiet.df).toBe(1);
    expect(quiet.groups[1]?.observed).toBe(0);
    expect(quiet.p).toBeLessThan(0.01);
    expect(logRank([placebo, mercaptopurine, read("0+")])).toMatchObject({ df: 1 });
    expect(logRank([read("3+ 4+"), read("5+")])).toMatchObject({ chi_square: 0, df: 0, p: 1 });
    expect(logRank([read("4"), read("4")])).toMatchObject({ chi_square: 0, p: 1 });
  });

  test("gives the published test of 6-MP against placebo", () => {
    const result = logRank([mercaptopurine, placebo]);
    expect(result.chi_square).toBeCloseTo(16.7929, 4);
    expect(result.df).toBe(1);
    expect(result.p).toBeCloseTo(4.1689e-5, 8);
    expect(result.groups.map(({ observed }) => observed)).toEqual([9, 21]);
    expect(result.groups.map(({ expected }) => Number(expected.toFixed(4)))).toEqual([
      19.2505, 10.7495,
    ]);
  });

  test("is null where there is nothing to compare", () => {
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

test("is a falling step function within its band, for any waits", () => {
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

test("is the plain share where nobody is censored", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (times) => {
      const steps = kaplanMeier(times.map((time) => ({ time, events: 1, censored: 0 })));
      for (const { time, survival } of steps) {
        expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 10);
      }
    }),
  );
});

test("gives a log-rank test independent of the groups' order, with p between 0 and 1", () => {
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
