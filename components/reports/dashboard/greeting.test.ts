import { expect, test } from "vitest";
import { greeting, oneIn, weeksFinding } from "./greeting.ts";

test("greets by the hour unless the person set a greeting", () => {
  expect(greeting("Welcome!", "Ann", 8)).toBe("Good morning, Ann");
  expect(greeting("Onwards", "Ann", 8)).toBe("Onwards");
  expect(greeting("", "", 23)).toBe("Good evening");
});

test("words rates from none to every one", () => {
  expect(oneIn(24, 214)).toBe("1 in 9");
  expect(oneIn(0, 214)).toBe("none");
  expect(oneIn(3, 3)).toBe("every one");
});

test("says that weeks have no applications", () => {
  expect(weeksFinding([{ applied: 0, answered: 0 }])).toBe("No applications in these weeks yet.");
});
