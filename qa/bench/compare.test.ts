import { expect, test } from "vitest";
import { worse } from "./compare.ts";
import type { Run } from "./record.ts";

const runOf = (ratio: number, work: number, machine = "two cores"): Run => ({
  commit: "",
  day: "",
  machine,
  rows: {},
  quick: { create: { ratio, work, cost: 1 } },
  against: {},
  servers: {},
  build: null,
  pages: {},
});

test("a row is worse where both ratios lost more than a quarter, on a machine like the recorded one", () => {
  const before = runOf(1, 1);
  expect(worse(runOf(0.74, 0.74), before)).toEqual(["create"]);
  expect(worse(runOf(0.76, 0.76), before)).toEqual([]);
  expect(worse(runOf(0.2, 0.9), before)).toEqual([]);
  expect(worse(runOf(0.9, 0.2), before)).toEqual([]);
  // Where the system does not say what the processor did.
  expect(worse(runOf(0.74, Number.NaN), before)).toEqual(["create"]);
  expect(worse(runOf(0.2, 0.2, "another"), before)).toBeUndefined();
  expect(worse(runOf(0.2, 0.2), { ...before, quick: undefined })).toBeUndefined();
});
