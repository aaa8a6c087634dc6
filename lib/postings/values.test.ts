import { expect, test } from "vitest";
import { isFresh, statusWords } from "../statuses/documented.ts";

test("a status of any name is shown by its name, one that every object knows too", () => {
  for (const status of ["constructor", "toString", "Paused"])
    expect(statusWords(status)).toEqual({ kind: "closed", label: status });
});

const now = Date.parse("2026-11-24T12:00:00Z");

test("an application without an answer is “Applied” while it is fresh, then “No response”", () => {
  const label = (applied_at: string | null, status = "4 - No Response") =>
    statusWords(status, isFresh(applied_at, now)).label;
  expect(label("2026-11-24T11:59:00.000000Z")).toBe("Applied");
  expect(label("2026-11-11T12:00:00.000000Z")).toBe("Applied");
  expect(label("2026-11-10T11:00:00.000000Z")).toBe("No response");
  expect(label(null)).toBe("Applied");
  expect(label("2026-11-24T11:59:00.000000Z", "3 - Rejected")).toBe("Rejected");
  expect(statusWords("4 - No Response").label).toBe("No response");
});
