import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant, localDay } from "../dates.ts";
import { readWhen } from "./words.ts";

// Monday; in Auckland and Apia it is Tuesday already, in Honolulu it is early.
const monday = "2026-11-30T13:20:00.000000Z";

const wall = async (words: string, zone = "Europe/Berlin", moment = monday) => {
  const read = await readWhen(words, zone, moment);
  if ("fault" in read) return read.fault;
  return read.due_at ? formatInstant(read.due_at, zone).slice(0, 16) : read.due_on;
};

describe("words for a day", () => {
  test.each([
    ["today", "2026-11-30"],
    ["tomorrow", "2026-12-01"],
    ["in 3 days", "2026-12-03"],
    ["3 days", "2026-12-03"],
    ["in two weeks", "2026-12-14"],
    ["next week", "2026-12-07"],
    ["next Tuesday", "2026-12-08"],
    ["Tuesday", "2026-12-01"],
    ["15 Dec", "2026-12-15"],
    ["15 Dec 9:30", "2026-12-15T09:30"],
    ["15.12.2026", "2026-12-15"],
    ["2026-12-15 14:00", "2026-12-15T14:00"],
    ["3/4", "2027-04-03"],
    ["1 Jan", "2027-01-01"],
    ["fri 3pm", "2026-12-04T15:00"],
    ["9:30 tomorrow", "2026-12-01T09:30"],
    ["9:30", "2026-12-01T09:30"],
    ["in 2 hours", "2026-11-30T16:20"],
    ["monday morning", "2026-12-07"],
  ])("“%s” is %s", async (words, expected) => {
    expect(await wall(words)).toBe(expected);
  });

  test.each([
    ["Pacific/Auckland", "2026-12-02"],
    ["Pacific/Honolulu", "2026-12-01"],
    ["Asia/Kolkata", "2026-12-01"],
    ["America/New_York", "2026-12-01"],
  ])("“tomorrow” counts from today in %s", async (zone, expected) => {
    expect(await wall("tomorrow", zone)).toBe(expected);
  });

  test("a time is that time on either side of a change of the clocks", async () => {
    const before = "2027-03-27T11:00:00.000000Z";
    expect(await wall("tomorrow 9:30", "Europe/Berlin", before)).toBe("2027-03-28T09:30");
    expect(await readWhen("tomorrow 9:30", "Europe/Berlin", before)).toEqual({
      due_on: "2027-03-28",
      due_at: "2027-03-28T07:30:00.000000Z",
    });
    expect(await wall("tomorrow 2:30", "Europe/Berlin", before)).toMatch(/skip this hour/);
    const autumn = "2026-10-24T11:00:00.000000Z";
    // Half past two is there twice: the first.
    expect(await readWhen("tomorrow 2:30", "Europe/Berlin", autumn)).toMatchObject({
      due_at: "2026-10-25T00:30:00.000000Z",
    });
  });

  test("hours from now are as long on the day that the clocks change", async () => {
    const night = "2027-03-28T00:30:00.000000Z";
    expect(await wall("in 2 hours", "Europe/Berlin", night)).toBe("2027-03-28T04:30");
  });

  test.each(["", "  ", "soon", "1900", "x".repeat(65), "31 feb", "\0", "🙂"])(
    "“%s” is none",
    async (words) => {
      expect(await wall(words)).toMatch(/no day I know/);
    },
  );

  test.each(["12 Dec 9999", "in 400000 days", "1 Jan 1900", "in 999999999 hours"])(
    "“%s” is too far off",
    async (words) => {
      expect(await wall(words)).toMatch(/Give a day from 1970-01-01/);
    },
  );

  test("any words are read in a moment, and never break", async () => {
    const pieces = [
      "in ",
      "1",
      "next ",
      "day",
      "Dec",
      ":",
      "-",
      "/",
      " ",
      "twenty ",
      "week",
      "(",
      "9",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join("")),
          fc.string({ maxLength: 64 }),
        ),
        fc.constantFrom("Europe/Berlin", "Pacific/Apia", "America/St_Johns"),
        async (words, zone) => {
          // The time of a processor, which a busy machine does not stretch.
          const start = process.cpuUsage();
          const read = await readWhen(words, zone, monday);
          const { user, system } = process.cpuUsage(start);
          expect((user + system) / 1000).toBeLessThan(500);
          if ("fault" in read || !read.due_at) return;
          expect(localDay(read.due_at, zone)).toBe(read.due_on);
        },
      ),
      { numRuns: 500 },
    );
  });
});
