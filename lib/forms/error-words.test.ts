import { expect, test } from "vitest";
import { z } from "zod";
import { Invalid } from "../errors.ts";
import { instantInZone, int, parseInput, text } from "../fields.ts";
import { errorWords } from "./error-words.ts";

/** What is said in a form of a value that a rule refuses. */
function said(rule: z.ZodType, value: unknown): string {
  try {
    parseInput(z.object({ field: rule }), { field: value });
  } catch (error) {
    if (error instanceof Invalid) return (error.fields.field ?? []).map(errorWords).join(" ");
    throw error;
  }
  return "";
}

test("a form says in plain words what the API's rules refuse", () => {
  expect(said(text({ max: 5 }), "")).toBe("Please fill this in.");
  expect(said(text({ max: 5 }), undefined)).toBe("Please fill this in.");
  expect(said(text({ max: 5 }), "abcdef")).toBe("There is room for no more than 5 characters.");
  expect(said(text(), "a\0b")).toBe("It has a character that cannot be kept.");
  expect(said(int(), "many")).toBe("Enter a whole number.");
  expect(said(int(), "99999999999")).toBe("That number is out of range.");
  expect(said(instantInZone("UTC"), "soon")).toBe("Enter a whole date and time.");
  expect(said(instantInZone("Europe/Berlin"), "2026-03-29T02:30")).toBe(
    "The clocks skip this hour on that day.",
  );
  expect(errorWords("A posting needs a company.")).toBe("A posting needs a company.");
});
