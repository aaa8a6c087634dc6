import { expect, test } from "vitest";
import { resolveDate } from "./resolve.ts";

const berlin = (text: string, order: "dmy" | "mdy" | null = null) =>
  resolveDate(text, order, "Europe/Berlin");

test.each([
  ["2024-05-01", "2024-05-01T10:00"],
  ["2024/5/1 14:20", "2024-05-01T12:20"],
  ["2024-05-01T17:00:00Z", "2024-05-01T17:00"],
  ["2024-05-01 17:00:00.123456+02:00", "2024-05-01T15:00"],
  ["11/23/24, 11:39 PM", "2024-11-23T22:39"],
  ["13/3/2019", "2019-03-13T11:00"],
  ["1/1/1990", "1990-01-01T11:00"],
  ["05.03.2024", "2024-03-05T11:00"],
  ["2.5.2023 14:30", "2023-05-02T12:30"],
  ["Thu, 2 Jan 2025 05:41:46 -0800 (PST)", "2025-01-02T13:41"],
  ["Tue Mar 04 2025 10:00:00 GMT+0100 (CET)", "2025-03-04T09:00"],
  ["March 4th, 2024 at 3:00 PM", "2024-03-04T14:00"],
  ["5. März 2024", "2024-03-05T11:00"],
  ["1er mars 2024", "2024-03-01T11:00"],
  ["22 de marzo de 2024", "2024-03-22T11:00"],
  ["3 listopada 2023", "2023-11-03T11:00"],
  ["12 Ağu 2024", "2024-08-12T10:00"],
  ["22-Mar-24", "2024-03-22T11:00"],
  ["May 5 '24", "2024-05-05T10:00"],
  ["2024年3月22日", "2024-03-22T11:00"],
  ["45321", "2024-01-30T11:00"],
  ["1714560000", "2024-05-01T10:40"],
  ["1714560000000", "2024-05-01T10:40"],
  ["20240501", "2024-05-01T10:00"],
  ["sent on 2024-03-01, by mail", "2024-03-01T11:00"],
])("%s is one moment", (text, moment) => {
  expect(berlin(text).at).toBe(`${moment}:${berlin(text).at?.slice(17, 19)}.000000Z`);
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
])("%s settles no day: %s", (text, problem) => {
  expect(berlin(text)).toEqual({ problem });
});

test("the file's date order resolves ambiguous cells", () => {
  expect(berlin("5/7/24", "dmy").at).toBe("2024-07-05T10:00:00.000000Z");
  expect(berlin("5/7/24", "mdy").at).toBe("2024-05-07T10:00:00.000000Z");
});
