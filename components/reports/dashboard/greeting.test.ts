import { expect, test } from "vitest";
import { greeting, oneIn, weeksFinding } from "./greeting.ts";

test("greets by the hour until the person has words of their own", () => {
  expect(greeting("Welcome!", "Ann", 8)).toBe("Good morning, Ann");
  expect(greeting("Onwards", "Ann", 8)).toBe("Onwards");
  expect(greeting("", "", 23)).toBe("Good evening");
});

test("says rates in words that hold at both ends", () => {
  expect(oneIn(24, 214)).toBe("1 in 9");
  expect(oneIn(0, 214)).toBe("none");
  expect(oneIn(3, 3)).toBe("every one");
});

test("finds nothing in weeks without applications", () => {
  expect(weeksFinding([{ applied: 0, answered: 0 }])).toBe("No applications in these weeks yet.");
});
