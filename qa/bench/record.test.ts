import { expect, test } from "vitest";
import { type Run, regressions } from "./record.ts";

const runOf = (rateRatio: number, cpuRatio: number, machine = "two cores"): Run => ({
  commit: "",
  day: "",
  machine,
  about: {},
  rows: {},
  quick: { create: { rateRatio, cpuRatio, cpuMs: 1 } },
  servers: {},
  buildSeconds: null,
  pages: {},
});

test("a row regresses where both ratios lost more than a quarter, on the same kind of machine", () => {
  const before = runOf(1, 1);
  expect(regressions(runOf(0.74, 0.74), before)).toEqual(["create"]);
  expect(regressions(runOf(0.76, 0.76), before)).toEqual([]);
  expect(regressions(runOf(0.2, 0.9), before)).toEqual([]);
  expect(regressions(runOf(0.9, 0.2), before)).toEqual([]);
  // Where the system does not say how much CPU time was used.
  expect(regressions(runOf(0.74, Number.NaN), before)).toEqual(["create"]);
  expect(regressions(runOf(0.2, 0.2, "another"), before)).toBeUndefined();
  expect(regressions(runOf(0.2, 0.2), { ...before, quick: undefined })).toBeUndefined();
});

test("a row that the run before does not have is no regression", () => {
  expect(regressions(runOf(0.1, 0.1), { ...runOf(1, 1), quick: {} })).toEqual([]);
});
