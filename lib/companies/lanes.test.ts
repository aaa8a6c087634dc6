import { expect, test } from "vitest";
import { lanesOf } from "./lanes.ts";

const at = (day: string) => `${day}T12:00:00.000000Z`;
const one = (id: number, day: string, more: object = {}) => ({
  id,
  posting_title: `Opening ${id}`,
  applied_at: at(day),
  answer_days: null,
  ending: "",
  ending_days: null,
  silent: 0,
  rounds: "[]",
  ...more,
});

const drawn = (...postings: ReturnType<typeof one>[]) => lanesOf(postings, "UTC", "2026-11-24", 30);

test("a lane goes from asking to its end, with what came between", () => {
  const talked = one(1, "2026-04-20", {
    answer_days: 8,
    rounds: JSON.stringify([at("2026-05-14"), at("2027-01-01")]),
    ending: "silence",
    ending_days: 61,
  });
  const found = drawn(
    one(2, "2026-07-03", { answer_days: 9, ending: "rejected", ending_days: 9 }),
    talked,
  );
  expect(
    found?.lanes.map(({ id, end, ended, answered }) => ({ id, end, ended, answered })),
  ).toEqual([
    { id: 1, end: "silent", ended: "2026-06-20", answered: "2026-04-28" },
    { id: 2, end: "rejected", ended: "2026-07-12", answered: "2026-07-12" },
  ]);
  expect(found?.lanes.map(({ marks }) => marks.map(({ kind }) => kind))).toEqual([
    ["applied", "answered", "answered", "silent"],
    ["applied", "rejected"],
  ]);
  expect(found?.lanes[0]?.stretches.map(({ hue }) => hue)).toEqual([
    "waiting",
    "engaged",
    "closed",
  ]);
  expect(found?.months.map(({ day }) => day)).toEqual([
    "2026-04-01",
    "2026-05-01",
    "2026-06-01",
    "2026-07-01",
  ]);
});

test("what is open goes on until today, and what is unanswered too long ends as silent", () => {
  const found = drawn(one(2, "2026-11-20"), one(1, "2026-01-05", { silent: 1 }));
  expect(found?.lanes.map(({ end, ended }) => [end, ended])).toEqual([
    ["silent", "2026-02-04"],
    ["open", null],
  ]);
  const places = found?.lanes.flatMap(({ stretches }) =>
    stretches.flatMap(({ from, to }) => [from, to]),
  );
  expect(places?.every((place) => place >= 0 && place <= 1)).toBe(true);
  expect(found?.months.length).toBeLessThanOrEqual(9);
});

test("the latest twelve have a lane; without a day there is none", () => {
  const many = Array.from({ length: 20 }, (_, index) => one(20 - index, "2026-11-02"));
  expect(drawn(...many)?.lanes.map(({ id }) => id)).toEqual([
    9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
  ]);
  expect(
    lanesOf([{ ...one(1, "2026-01-01"), applied_at: null }], "UTC", "2026-11-24", 30),
  ).toBeNull();
});
