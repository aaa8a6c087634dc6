import { expect, test } from "vitest";
import { formatPercent, shareLabel } from "../../ui/format.ts";
import { inMemoryTable } from "../in-memory-table.ts";
import { funnelFinding, ratesFinding, stillAnswered, waitsFinding } from "./findings.ts";

const curve = [
  { time: 3, survival: 0.9 },
  { time: 10, survival: 0.8 },
  { time: 20, survival: 0.776 },
  { time: 40, survival: 0.776 },
];

test("says how many still hear back after two weeks, and when to let go", () => {
  expect(stillAnswered(curve, 14)).toBeCloseTo(0.03, 10);
  const group = { applications: 200, answered: 40, all: { median_days: 6, curve } };
  expect(waitsFinding(group)).toBe(
    "Half of the answers you got came within 6 days. After 14 days of silence, 3 in 100 still hear back; after 20 days you can let go.",
  );
  expect(stillAnswered([{ time: 1, survival: 0 }], 5)).toBe(0);
});

test("has a sentence for no application and for one", () => {
  const none = { applications: 0, answered: 0, all: { median_days: null, curve: [] } };
  expect(waitsFinding(none)).toMatch(/No applications since this day/);
  expect(waitsFinding({ ...none, applications: 10 })).toBe("10 applications, and no answer yet.");
  expect(waitsFinding({ ...none, applications: 12, answered: 3 })).toBe(
    "3 of 12 applications got an answer; on which day is not known.",
  );
  expect(funnelFinding([])).toMatch(/No applications since this day/);
  expect(funnelFinding([{ stage: "applied", count: 1 }])).toBe("1 application so far.");
  const stages = ["applied", "answered", "interview", "offer"];
  const funnelOf = (...counts: number[]) =>
    funnelFinding(counts.map((count, at) => ({ stage: stages[at] ?? "", count })));
  expect(funnelOf(5, 1, 0, 0)).toBe("Of 5 applications 1 got an answer; no interview yet.");
  expect(funnelOf(50, 9, 2)).toBe(
    "Of 50 applications 9 got an answer and 2 an interview; no offer yet.",
  );
});

test("reports no difference that may be noise", () => {
  const all = { applications: 100, answered: { share: 0.1 } };
  const row = (label: string, share: number, p: number | null) => ({
    label,
    too_few: false,
    answered: { share, p },
  });
  const few = { ...row("Few", 0.4, null), too_few: true };
  expect(ratesFinding(all, [few])).toMatch(/Too few yet to compare/);
  expect(ratesFinding(all, [row("Fair", 0.4, 0.2)])).toMatch(/could all be chance/);
  expect(ratesFinding(all, [row("Referral", 0.25, 0.01)])).toBe(
    "1 in 10 of 100 applications got an answer; with “Referral” 1 in 4.",
  );
});

test("writes shares as people say them", () => {
  expect([0, 0.001, 0.03, 0.25, 0.5, 1].map(shareLabel)).toEqual([
    "none",
    "fewer than 1 in 100",
    "3 in 100",
    "1 in 4",
    "5 in 10",
    "every one",
  ]);
  expect([null, 0, 0.034, 0.5].map(formatPercent)).toEqual(["–", "0%", "3.4%", "50%"]);
});

test("filters, sorts and pages rows in memory, whatever the query string", () => {
  const rows = [
    { name: "b", count: 2 },
    { name: "a", count: 10 },
  ];
  const view = { q: "", sort: "", show: "25", page: 1 } as const;
  const usual = { sort: "count", descending: true } as const;
  const names = (more: object) =>
    inMemoryTable(rows, { ...view, ...more }, usual).rows.map((r) => r.name);
  expect(names({})).toEqual(["a", "b"]);
  expect(names({ sort: "name", dir: "desc" })).toEqual(["b", "a"]);
  expect(names({ sort: "__proto__" })).toEqual(["a", "b"]);
  expect(names({ q: "B" })).toEqual(["b"]);
  expect(names({ page: 9 })).toEqual([]);
});
