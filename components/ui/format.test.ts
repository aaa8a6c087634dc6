import { expect, test } from "vitest";
import { formatDate, formatDateTime, formatRelative } from "./format.ts";

const now = Date.parse("2026-11-24T23:30:00Z");

test("near days are worded by the zone's calendar", () => {
  expect(formatRelative("2026-11-24T01:00:00+00:00", now)).toBe("today");
  expect(formatRelative("2026-11-24T23:00:00+01:00", now)).toBe("yesterday");
  expect(formatRelative("2026-11-25T09:00:00+01:00", now)).toBe("today");
  expect(formatRelative("2026-11-25T09:00:00Z", now)).toBe("tomorrow");
  expect(formatRelative("2026-11-20T09:00:00-05:00", now)).toBe("4 days ago");
  expect(formatRelative("2026-12-01T09:00:00Z", now)).toBe("in 7 days");
});

test("far days are dates", () => {
  expect(formatRelative("2026-11-09T09:00:00Z", now)).toBe("9 Nov 2026");
  expect(formatRelative("0001-01-01T00:00:00Z", now)).toBe("1 Jan 1");
});

test("a full date has its weekday and time", () => {
  expect(formatDate("2026-11-02T10:30:00+01:00")).toBe("2 Nov 2026");
  expect(formatDateTime("2026-11-12T10:30:00.123456+01:00")).toBe("Thursday, 12 Nov 2026, 10:30");
});
