import { expect, test } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatElapsed,
  formatRelative,
  formatWhen,
  pluralize,
  withGroups,
} from "./format.ts";

const now = Date.parse("2026-11-24T23:30:00Z");

test("near days are worded by the zone's calendar", () => {
  expect(formatRelative("2026-11-24T01:00:00+00:00", now)).toBe("today");
  expect(formatRelative("2026-11-24T23:00:00+01:00", now)).toBe("yesterday");
  expect(formatRelative("2026-11-25T09:00:00+01:00", now)).toBe("today");
  expect(formatRelative("2026-11-25T09:00:00Z", now)).toBe("tomorrow");
  expect(formatRelative("2026-11-20T09:00:00-05:00", now)).toBe("4 days ago");
  expect(formatRelative("2026-12-01T09:00:00Z", now)).toBe("in 7 days");
});

test("a day without a time is worded by the zone's calendar, and has no clock", () => {
  expect(formatRelative("2026-11-24-12:00", now)).toBe("today");
  expect(formatRelative("2026-11-24+14:00", now)).toBe("yesterday");
  expect(formatRelative("2026-11-25+01:00", now)).toBe("today");
  expect(formatDate("2026-11-24+14:00")).toBe("24 Nov 2026");
  expect(formatDateTime("2026-11-24+14:00")).toBe("Tuesday, 24 Nov 2026");
});

test("numbers are grouped wherever one is shown", () => {
  expect([withGroups(4677), withGroups("4677"), withGroups(null)]).toEqual(["4,677", "4677", null]);
  expect(pluralize(5000, "row")).toBe("5,000 rows");
});

test("far days are dates", () => {
  expect(formatRelative("2026-11-09T09:00:00Z", now)).toBe("9 Nov");
  expect(formatRelative("2025-11-09T09:00:00Z", now)).toBe("9 Nov 2025");
  expect(formatRelative("0001-01-01T00:00:00Z", now)).toBe("1 Jan 1");
});

test("a full date has its weekday and time", () => {
  expect(formatDate("2026-11-02T10:30:00+01:00")).toBe("2 Nov 2026");
  expect(formatDateTime("2026-11-12T10:30:00.123456+01:00")).toBe("Thursday, 12 Nov 2026, 10:30");
});

test("the current year is the reader's, not the server's", () => {
  const newYear = Date.parse("2026-12-31T23:30:00Z");
  expect(formatRelative("2026-06-01T09:00:00+09:00", newYear)).toBe("1 Jun 2026");
  expect(formatRelative("2026-06-01T09:00:00-08:00", newYear)).toBe("1 Jun");
});

test("a near moment has its time where that matters", () => {
  expect(formatWhen("2026-11-25T10:30:00Z", now)).toBe("tomorrow 10:30");
  expect(formatWhen("2026-11-24T10:30:00Z", now)).toBe("today 10:30");
  expect(formatWhen("2026-11-23T17:51:00Z", now)).toBe("yesterday 17:51");
  expect(formatWhen("2026-11-27T10:30:00Z", now)).toBe("Friday 10:30");
  expect(formatWhen("2026-12-04T10:30:00Z", now)).toBe("in 10 days");
  expect(formatWhen("2026-11-21T10:30:00Z", now)).toBe("3 days ago");
  expect(formatWhen("2026-10-02T10:30:00Z", now)).toBe("2 Oct, 10:30");
  expect(formatWhen("2025-10-02T00:00:00Z", now)).toBe("2 Oct 2025");
});

test("what has elapsed does not depend on a zone", () => {
  expect(formatElapsed(now - 20_000, now)).toBe("a moment ago");
  expect(formatElapsed(now - 60_000, now)).toBe("1 minute ago");
  expect(formatElapsed(now - 5 * 3_600_000, now)).toBe("5 hours ago");
  expect(formatElapsed(now - 3 * 86_400_000, now)).toBe("3 days ago");
});
