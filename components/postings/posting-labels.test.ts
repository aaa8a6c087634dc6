import { expect, test } from "vitest";
import { shortPay } from "./posting-labels.ts";

test.each([
  ["£70,000 – £80,000", "£70k – £80k"],
  ["70000-85000 EUR", "70k-85k EUR"],
  ["€ 70.000 brutto", "€ 70k brutto"],
  ["$120 000/yr", "$120k/yr"],
  ["$1,000,000", "$1,000,000"],
  ["$65,500 a year", "$65,500 a year"],
  ["£0.5000", "£0.5000"],
  ["Competitive", "Competitive"],
])("pay of %j is short as %j", (pay, short) => {
  expect(shortPay(pay)).toBe(short);
});
