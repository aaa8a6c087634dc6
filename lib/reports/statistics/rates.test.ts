import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareTail, normalTails } from "./chi-square.ts";
import { compareShares, fisher, holm, wilson } from "./proportions.ts";

const four = (value: number) => Number(value.toFixed(4));

describe("chiSquareTail", () => {
  // Abramowitz and Stegun, table 26.8 (percentage points of the chi-square distribution).
  test.each([
    [3.84146, 1, 0.05],
    [6.6349, 1, 0.01],
    [5.99147, 2, 0.05],
    [0.710721, 4, 0.95],
    [9.48773, 4, 0.05],
    [18.307, 10, 0.05],
    [43.7729, 30, 0.05],
    [14.9535, 30, 0.99],
  ])("of %d with %d degrees of freedom is %d, as tabulated", (x, df, p) => {
    expect(chiSquareTail(x, df)).toBeCloseTo(p, 5);
  });

  test("stays precise in the far tail, and within bounds", () => {
    // R: pchisq(100, 1, lower.tail = FALSE)
    expect(chiSquareTail(100, 1) / 1.523971e-23).toBeCloseTo(1, 6);
    expect(normalTails(1.959963984540054)).toBeCloseTo(0.05, 12);
    expect([chiSquareTail(0, 1), chiSquareTail(Number.NaN, 1), chiSquareTail(5, 0)]).toEqual([
      1, 1, 1,
    ]);
    expect(chiSquareTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
  });
});

// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3: Wilson's score of 1927. The
// last four: codegolf.stackexchange.com/questions/105389 (with z = 1.96, which is the same to 4 decimals).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [10, 100, 0.0552, 0.1744],
  [25, 100, 0.1755, 0.343],
  [1, 11, 0.0162, 0.3774],
  [50, 100, 0.4038, 0.5962],
])("wilson of %d in %d is the published interval", (successes, trials, low, high) => {
  const interval = wilson(successes, trials);
  expect([four(interval.low), four(interval.high)]).toEqual([low, high]);
});

// Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [10, 10, 0, 10, 0.6075, 1],
])("compareShares of %d/%d and %d/%d gives the published interval", (a, m, b, n, low, high) => {
  const found = compareShares({ successes: a, trials: m }, { successes: b, trials: n });
  expect([four(found?.interval.low ?? 9), four(found?.interval.high ?? 9)]).toEqual([low, high]);
});

test("tests two shares by chi-square, or exactly for small counts", () => {
  // By hand: 0.2² / (104/150 · 46/150 · (1/70 + 1/80)) = 7.0234.
  const large = compareShares({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
  expect(large?.p).toBeCloseTo(chiSquareTail(7.02341, 1), 6);
  // Fisher, The Design of Experiments (1935): the lady tasting tea.
  expect(fisher({ successes: 3, trials: 4 }, { successes: 1, trials: 4 })).toBeCloseTo(0.4857, 4);
  expect(compareShares({ successes: 0, trials: 0 }, { successes: 1, trials: 4 })).toBeNull();
});

// Four hypotheses, p = 0.01, 0.04, 0.03, 0.005: the worked example of geeksforgeeks.org's and Wikipedia's
// pages on the method of Holm (1979), where at 0.05 the first and the fourth are rejected, and they alone.
test("holm steps down through the p-values", () => {
  expect(holm([0.01, 0.04, 0.03, 0.005]).map(four)).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([])).toEqual([]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
});

const share = fc
  .integer({ min: 1, max: 2000 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.nat(trials) }));

test("keeps every share within its interval, and each interval within 0 and 1", () => {
  fc.assert(
    fc.property(share, ({ successes, trials }) => {
      const { low, high } = wilson(successes, trials);
      expect(low).toBeLessThanOrEqual(successes / trials);
      expect(high).toBeGreaterThanOrEqual(successes / trials);
      expect([low >= 0, high <= 1]).toEqual([true, true]);
    }),
  );
});

test("is symmetric in its two shares", () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [one, other] = [compareShares(a, b), compareShares(b, a)];
      expect(one?.p).toBeCloseTo(other?.p ?? -1, 9);
      expect(one?.difference).toBeCloseTo(-(other?.difference ?? 9), 12);
      expect(one?.interval.low).toBeCloseTo(-(other?.interval.high ?? 9), 12);
      expect((one?.p ?? -1) >= 0 && (one?.p ?? 2) <= 1).toBe(true);
    }),
  );
});

test("never lowers or reorders p-values when it corrects them", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
      const adjusted = holm(ps);
      ps.forEach((p, at) => {
        expect(adjusted[at]).toBeGreaterThanOrEqual(p);
        ps.forEach((q, other) => {
          if (p < q) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[other] ?? -1);
        });
      });
    }),
  );
});
