import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { addDays, formatInstant, parseInstant, toStored, weekdayOf } from "./dates.ts";
import { zoneSpans } from "./zone-offsets.ts";

const zone = "America/Los_Angeles";
const roundTrip = (text: string) => {
  const read = parseInstant(text, zone);
  return "value" in read ? formatInstant(read.value, zone) : read.fault;
};

describe("a date-time", () => {
  test.each([
    ["2024-05-01T10:00:00", "2024-05-01T10:00:00-07:00"],
    ["2024-5-1 9:05", "2024-05-01T09:05:00-07:00"],
    ["2024-05-01T10:00:00,5+0530", "2024-04-30T21:30:00.500000-07:00"],
    ["2024-05-01T10:00:00.123456789", "2024-05-01T10:00:00.123456-07:00"],
    ["2024-05-01T10:00:00+02", "2024-05-01T01:00:00-07:00"],
    ["1974-02-01T12:00:00", "1974-02-01T12:00:00-07:00"],
    ["2006-03-20T12:00:00", "2006-03-20T12:00:00-08:00"],
    ["2024-11-03T01:30:00", "2024-11-03T01:30:00-07:00"],
    ["2024-11-03T09:30:00Z", "2024-11-03T01:30:00-08:00"],
    ["1850-01-01T00:00:00Z", "1849-12-31T16:07:02-07:52:58"],
    ["2024-03-10T02:30:00", "gap"],
    ["2024-05-01T24:00", "format"],
    ["2024-05-01", "format"],
    ["2024-02-30T00:00:00", "format"],
    ["2024-05-01T10:00:00+99:00", "format"],
    ["9999-12-31T23:59:59", "range"],
    ["0001-01-01T00:00:00Z", "range"],
  ])("reads %s as %s", (text, wanted) => expect(roundTrip(text)).toBe(wanted));

  test("is written as luxon writes it, in any zone", () => {
    const zones = [
      "America/Los_Angeles",
      "Europe/Berlin",
      "Asia/Kolkata",
      "Pacific/Apia",
      "Africa/Casablanca",
      "UTC",
    ];
    const moment = fc.integer({ min: Date.UTC(1920, 0), max: Date.UTC(2050, 0) });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (millis, name) => {
        const at = DateTime.fromMillis(Math.trunc(millis / 1000) * 1000, { zone: name });
        const written = formatInstant(toStored(at.toMillis()), name);
        if (at.offset % 1 === 0) expect(written).toBe(at.toFormat("yyyy-LL-dd'T'HH:mm:ssZZ"));
      }),
      { numRuns: 2_000 },
    );
  });

  test("handles a zone without offset changes", () => {
    expect(zoneSpans("UTC")).toEqual([{ from: "", seconds: 0 }]);
  });
});

test("days are counted as luxon counts them", () => {
  const day = fc.integer({ min: Date.UTC(2, 0), max: Date.UTC(9998, 0) });
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (millis, days) => {
      const at = DateTime.fromMillis(millis, { zone: "utc" });
      const name = at.toISODate() ?? "";
      expect(addDays(name, days)).toBe(at.plus({ days }).toISODate());
      expect(weekdayOf(name)).toBe(at.weekday);
    }),
  );
});
