import { expect, test } from "vitest";
import { typedNumber } from "./typed-number.ts";

test.each([
  ["90000", 90_000],
  ["90,000", 90_000],
  ["90.000", 90_000],
  ["90 000", 90_000],
  ["1,250,000", 1_250_000],
  ["90k", 90_000],
  ["€90K", 90_000],
  ["92.5k", 92_500],
  ["92,5k", 92_500],
  ["1.5m", 1_500_000],
  ["14", 14],
  ["0", 0],
])("%s is %d", (typed, value) => {
  expect(typedNumber(typed)).toBe(value);
});

test.each(["", "lots", "-3", "k", "9k9", "1e9", "90k a year", "9".repeat(30)])(
  "%s is no number",
  (typed) => {
    expect(typedNumber(typed)).toBeUndefined();
  },
);
