import { expect, test } from "vitest";
import type { OwnedBatch } from "@/lib/imports/queries.ts";
import { repeatsKind } from "@/lib/imports/staging/reasons.ts";
import { formatDay } from "../ui/format.ts";
import { countOf, decisionGroups, groupNote, groupTitle, withDays } from "./review-words.ts";

test("writes the days in a text of the file as they are written everywhere", () => {
  const day = formatDay("2026-02-24T00:00:00Z");
  expect(withDays("It has a day (2026-02-24), yet …")).toBe(`It has a day (${day}), yet …`);
  expect(withDays("2026-02-24T12:00:00 · 24/02/2026")).toBe(`${day} · 24/02/2026`);
  expect(withDays("2019-02-24")).toBe("24 Feb 2019");
  for (const other of ["1-2026-02-24", "2026-02-24-7", "2026-22-24", "12026-02-24"]) {
    expect(withDays(other)).toBe(other);
  }
});

const row = (reason: string) => ({
  row_number: 2,
  verdict: "attention" as const,
  kind: "",
  reason,
  taken: true,
  posting: null,
  site_name: "",
  cells: [],
});
const group = (kind: string, rows: number, reasons: string[]) => ({
  verdict: "attention" as const,
  kind,
  rows,
  taken: 0,
  first: reasons.map(row),
});

test("titles a group by its one reason, or by what its reasons have in common", () => {
  const kind = "The status “…” is odd.";
  const [blorp, flurb] = ["The status “blorp” is odd.", "The status “flurb” is odd."];
  expect(groupTitle(group(kind, 2, [blorp, blorp]))).toBe("The status “blorp” is odd");
  expect(groupTitle(group(kind, 2, [blorp, `${blorp} There is no company.`]))).toBe(
    "The status “blorp” is odd",
  );
  expect(groupTitle(group(kind, 2, [blorp, flurb]))).toBe("The status “…” is odd");
  expect(groupTitle(group(kind, 9, [blorp, blorp]))).toBe("The status “…” is odd");
  expect(groupTitle(group(repeatsKind, 1, [blorp]))).toBe("Looks like a row above it");
  expect(groupTitle(group("", 9, [blorp]))).not.toBe("");
});

test("says what becomes of a group's rows", () => {
  const four = group("", 4, []);
  expect(groupNote(four)).toBe("4 rows, left out unless you tick them");
  expect(groupNote({ ...four, rows: 1 })).toBe("1 row, left out unless you tick it");
  expect(groupNote({ ...four, taken: 4 })).toBe("4 rows, imported");
  expect(groupNote({ ...four, taken: 1 })).toBe("4 rows, 1 of them imported");
  expect([countOf(1, "row"), countOf(9, "row"), countOf(1200, "row")]).toEqual([
    "One row",
    "Nine rows",
    "1,200 rows",
  ]);
});

test("rows that wait for the answer about a column need no decision of their own", () => {
  const questions = [{ reason: "The date “…” is odd." }];
  const batch = { detected: { questions } } as unknown as OwnedBatch;
  const waiting = group("The date “…” is odd.", 9, []);
  const own = group("There is no company.", 2, []);
  const known = { ...group("", 3, []), verdict: "duplicate" as const };
  expect(decisionGroups(batch, [waiting, own, known])).toEqual([own]);
});
