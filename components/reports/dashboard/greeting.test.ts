import { expect, test } from "vitest";
import { greeting, huntWords, weeksFinding } from "./greeting.ts";

test("greets by the hour unless the person set a greeting", () => {
  expect(greeting("Welcome!", "Ann", 8)).toBe("Good morning, Ann");
  expect(greeting("Onwards", "Ann", 8)).toBe("Onwards");
  expect(greeting("", "", 23)).toBe("Good evening");
});

const days = { firstDay: "2026-06-01", today: "2026-11-29" };
const hunt = { since: "2026-06-01", applied: 5000, answered: 1200, ...days };

test("says how many applied and answered, with grouped numbers", () => {
  const words = "Since 1 Jun 2026 you have applied to";
  expect(huntWords(hunt)).toBe(`${words} 5,000 jobs; 1 in 4 answered.`);
  expect(huntWords({ ...hunt, answered: 0 })).toBe(`${words} 5,000 jobs; no answer yet.`);
  expect(huntWords({ ...hunt, applied: 4, answered: 3 })).toBe(
    `${words} 4 jobs; 8 in 10 answered.`,
  );
  expect(huntWords({ ...hunt, applied: 0, answered: 0 })).toBe("");
});

test("encourages who has just begun", () => {
  const fresh = { ...hunt, firstDay: days.today, answered: 0 };
  expect(huntWords({ ...fresh, applied: 1 })).toBe(
    "Your first application. Most answers take a week or two.",
  );
  expect(huntWords({ ...fresh, applied: 3 })).toMatch(
    /3 jobs\. Most answers take a week or two\.$/,
  );
  // What waited for long, or was answered, is no beginning.
  expect(huntWords({ ...hunt, applied: 1, answered: 0 })).toMatch(/1 job; no answer yet\.$/);
  expect(huntWords({ ...fresh, applied: 1, answered: 1 })).toMatch(/1 job; every one answered\.$/);
  const weeks = [
    { applied: 0, answered: 0 },
    { applied: 1, answered: 0 },
  ];
  expect(weeksFinding(weeks, fresh)).toBe("Your first application is in.");
  expect(weeksFinding([{ applied: 3, answered: 0 }], fresh)).toBe("3 applications this week.");
  // Only saved so far.
  expect(weeksFinding([{ applied: 0, answered: 0 }], { ...fresh, firstDay: null })).toBe(
    "Your applications show here, week by week.",
  );
});

test("says the pace since the first week with an application", () => {
  const week = (applied: number, answered = 0) => ({ applied, answered });
  expect(weeksFinding([week(0), week(0)], days)).toBe("No applications in the last 2 weeks.");
  expect(weeksFinding([week(0), week(5, 2)], days)).toBe("5 applications this week; 2 answered.");
  expect(weeksFinding([week(0), week(1500), week(0), week(2)], days)).toBe(
    "1,502 applications in 3 weeks, about 500.7 a week; no answer yet.",
  );
});
