import { expect, it } from "vitest";
import { greeting, oneIn, weeksFinding } from "./greeting.ts";

it("greets by the hour until the person has words of their own", () => {
  expect(greeting("Welcome!", "Ann", 8)).toBe("Good morning, Ann");
  expect(greeting("Onwards", "Ann", 8)).toBe("Onwards");
  expect(greeting("", "", 23)).toBe("Good evening");
});

it("says rates in words that hold at both ends", () => {
  expect(oneIn(24, 214)).toBe("1 in 9");
  expect(oneIn(0, 214)).toBe("none");
  expect(oneIn(3, 3)).toBe("every one");
});

it("finds nothing in weeks without applications", () => {
  expect(weeksFinding([{ applied: 0, answered: 0 }])).toBe("No applications in these weeks yet.");
});
