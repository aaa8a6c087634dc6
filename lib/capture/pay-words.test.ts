import { expect, test } from "vitest";
import { readPay } from "../reports/pay/read.ts";
import { payWords } from "./pay-words.ts";
import type { CapturedPay } from "./posting.ts";

const pay = (
  min: number | null,
  max: number | null,
  currency: string | null = "EUR",
  period: CapturedPay["period"] = "year",
): CapturedPay => ({ min, max, currency, period });

test.each([
  [pay(70_000, 95_000), "€70,000–95,000 a year"],
  [pay(95_000, 70_000), "€70,000–95,000 a year"],
  [pay(70_000, 70_000), "€70,000 a year"],
  [pay(70_000, null), "From €70,000 a year"],
  [pay(null, 95_000), "Up to €95,000 a year"],
  [pay(22.5, 27, "USD", "hour"), "$22.50–27.00 an hour"],
  [pay(40_000, 45_000, "SEK", "month"), "SEK 40,000–45,000 a month"],
  [pay(500, 600, "GBP", "day"), "£500–600 a day"],
  [pay(80_000, 90_000, "CAD", null), "CA$80,000–90,000"],
  [pay(80_000, 90_000, null, "year"), "80,000–90,000 a year"],
  [pay(80_000, 90_000, "€", "year"), "80,000–90,000 a year"],
])("%j is said as %s, and read again as it was", (one, words) => {
  expect(payWords(one)).toBe(words);
  const { min, max, currency } = one;
  const perYear = { hour: 2080, day: 260, week: 52, month: 12, year: 1 }[one.period ?? "year"];
  const bounds = [min, max].flatMap((amount) => (amount === null ? [] : [amount * perYear]));
  const read = readPay(words);
  expect(read?.currency).toBe(currency?.length === 3 ? currency : "XXX");
  expect([read?.low, read?.high]).toEqual([
    min === null ? null : Math.min(...bounds),
    max === null ? null : Math.max(...bounds),
  ]);
});

test("says nothing where there is no amount", () => {
  expect(payWords(pay(null, null))).toBeNull();
});
