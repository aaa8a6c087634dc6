import { expect, test } from "vitest";
import { dayValue } from "../../day-value.ts";
import { resolveDate } from "./resolve.ts";

const berlin = (text: string, order: "dmy" | "mdy" | null = null) =>
  resolveDate(text, order, "Europe/Berlin");

test.each([
  ["2024-05-01", "2024-05-01"],
  ["2024/5/1 14:20", "2024-05-01T12:20"],
  ["2024-05-01T17:00:00Z", "2024-05-01T17:00"],
  ["2024-05-01 17:00:00.123456+02:00", "2024-05-01T15:00"],
  ["11/23/24, 11:39 PM", "2024-11-23T22:39"],
  ["13/3/2019", "2019-03-13"],
  ["1/1/1990", "1990-01-01"],
  ["05.03.2024", "2024-03-05"],
  ["2.5.2023 14:30", "2023-05-02T12:30"],
  ["Thu, 2 Jan 2025 05:41:46 -0800 (PST)", "2025-01-02T13:41"],
  ["Tue Mar 04 2025 10:00:00 GMT+0100 (CET)", "2025-03-04T09:00"],
  ["March 4th, 2024 at 3:00 PM", "2024-03-04T14:00"],
  ["5. März 2024", "2024-03-05"],
  ["1er mars 2024", "2024-03-01"],
  ["22 de marzo de 2024", "2024-03-22"],
  ["3 listopada 2023", "2023-11-03"],
  ["12 Ağu 2024", "2024-08-12"],
  ["22-Mar-24", "2024-03-22"],
  ["May 5 '24", "2024-05-05"],
  ["2024年3月22日", "2024-03-22"],
  ["45321", "2024-01-30"],
  ["1714560000", "2024-05-01T10:40"],
  ["1714560000000", "2024-05-01T10:40"],
  ["20240501", "2024-05-01"],
  ["sent on 2024-03-01, by mail", "2024-03-01"],
  ["Nov 7,2024", "2024-11-07"],
  ["7Nov2024", "2024-11-07"],
  ["1º de abril de 2024", "2024-04-01"],
  ["２０２４年１１月７日", "2024-11-07"],
  ["٢٠٢٤-١١-٠٧", "2024-11-07"],
  ["7/11/2024 5 PM", "2024-11-07T16:00"],
  ["2024/11/7 下午 5:10", "2024-11-07T16:10"],
  ["November 7, 2024 5:30 PM (EST)", "2024-11-07T22:30"],
  ["November 7, 2024 11:30 PM (GMT+2)", "2024-11-07T21:30"],
  ["2024-11-07 23:30 PST", "2024-11-08T07:30"],
  ["2024-11-07T23:30:00-0500", "2024-11-08T04:30"],
  ["2024-11-07 23:30:00 UTC-3", "2024-11-08T02:30"],
  ["2024-07-07 09:00 ET", "2024-07-07T13:00"],
  ["2024-11-07 10:00 Asia/Tokyo", "2024-11-07T01:00"],
  ["2024-11-07 10:00 CST", "2024-11-07T16:00"],
  ["2024-11-07 10:00-11:30", "2024-11-07T09:00"],
  ["2024-11-07 10:00 et 11:00", "2024-11-07T09:00"],
])("%s is one moment, or one day in every zone", (text, moment) => {
  const read = berlin(text, "dmy").at;
  const instant = `${moment}:${read?.slice(17, 19)}.000000Z`;
  expect(read).toBe(moment.includes("T") ? instant : dayValue(moment));
});

test.each([
  ["8/82019", "unreadable"],
  ["yesterday", "unreadable"],
  ["3 days ago", "unreadable"],
  ["8-Jul", "no year"],
  ["9/10", "no year"],
  ["March 2024", "no day"],
  ["8/3/2019 and 9/9/2019", "two dates"],
  ["2024-03-01 - 2024-03-05", "two dates"],
  ["5/7/24 8:05", "order"],
  ["12-05-2024", "order"],
  ["31/02/2024", "no such day"],
  ["2024-05-01 10.05.2024", "two dates"],
  ["7 Nov 10:30", "unreadable"],
  ["24-03-04", "order"],
  ["2081-11-07", "far off"],
  ["11/17/81", "far off"],
  ["1900-01-01", "far off"],
])("%s settles no day: %s", (text, problem) => {
  expect(berlin(text)).toEqual({ problem });
});

test("letters that several zones share mean the owner's own zone", () => {
  const at = (zone: string) => resolveDate("2024-11-07 10:00 CST", null, zone).at?.slice(0, 16);
  expect(at("America/Chicago")).toBe("2024-11-07T16:00");
  expect(at("Asia/Shanghai")).toBe("2024-11-07T02:00");
});

test("the file's date order resolves ambiguous cells", () => {
  expect(berlin("5/7/24", "dmy").at).toBe(dayValue("2024-07-05"));
  expect(berlin("5/7/24", "mdy").at).toBe(dayValue("2024-05-07"));
});
