import { expect, test } from "vitest";
import { monthsOf, shades } from "./day-months.ts";
import { everyWeek, goalWords, paceFinding, streakWords } from "./pace-words.ts";

const none = {
  applications: 0,
  days: [],
  current: null,
  longest: null,
  goal_weeks: { whole: 0, met: 0 },
  ahead: 0,
};

test("words the pace without blame", () => {
  expect(paceFinding(none)).toBe("No applications since this day.");
  expect(paceFinding({ ...none, ahead: 2 })).toMatch(/2 applications dated in the future/);
  const four = { days: 4, first: "2024-02-29", last: "2024-03-05" };
  const found = {
    ...none,
    applications: 5,
    days: [{ day: "2024-03-05", count: 5 }],
    current: four,
    longest: { ...four, days: 9 },
    goal_weeks: { whole: 3, met: 2 },
  };
  expect(paceFinding(found)).toBe(
    "5 applications on 1 day. You are on a streak of 4 days. Your longest streak was 9 days. Your goal was met in 2 of 3 weeks.",
  );
  expect(paceFinding({ ...found, goal_weeks: { whole: 3, met: 0 } })).not.toMatch(/goal/);
  expect(streakWords(none)).toEqual([]);
  expect(goalWords({ count: 1, over: false }, 3)).toBe("1 of 3 so far");
});

test("gives every week from the first to this one, also those without applications", () => {
  const week = { week_start: "2024-12-23", year: 2024, week: 52, count: 3, whole: true };
  const rows = everyWeek([week], "2025-01-08", 100);
  expect(rows.map(({ number, count, over }) => [number, count, over])).toEqual([
    ["2024 w52", 3, true],
    ["2024 w53", 0, true],
    ["2025 w01", 0, false],
  ]);
  expect(everyWeek([week], "2025-01-08", 2).length).toBe(2);
});

test("draws the days from the first to today, shaded by their counts", () => {
  expect(shades([])).toEqual([]);
  const days = [1, 1, 2, 9].map((count, at) => ({ day: `2024-02-2${at + 6}`, count }));
  expect(shades(days)).toEqual([1, 2, 9]);
  const range = { from: "2024-02-26", until: "2024-03-02", rest_days: [6, 7], most: 13 };
  const [february, march] = monthsOf(days, range);
  expect(february?.cells.map(({ column, row, level }) => [column, row, level])).toEqual([
    [0, 4, 2],
    [1, 4, 2],
    [2, 4, 3],
    [3, 4, 4],
  ]);
  expect([february?.count, march?.cells.length, march?.cells[1]?.rest]).toEqual([13, 2, true]);
});
