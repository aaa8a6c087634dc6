import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

const about = "Every morning you clean the lamps, and in the evening you light them.".repeat(4);
/** The pay of a line that stands alone under the title and the company. */
const payOf = (line: string) => readText(`Lamp Keeper\nPier Works\n${line}\n\n${about}`).pay;

const year = { period: "year" };
test.each([
  ["42 k€", { min: 42_000, max: 42_000, currency: "EUR", period: null }],
  ["42k EUR", { min: 42_000, max: 42_000, currency: "EUR", period: null }],
  ["€42–48k", { min: 42_000, max: 48_000, currency: "EUR", period: null }],
  ["42K€ à 48K€ bruts annuels", { min: 42_000, max: 48_000, currency: "EUR", ...year }],
  ["42.000 – 48.000 € brutto/Jahr", { min: 42_000, max: 48_000, currency: "EUR", ...year }],
  ["45 000 € par an", { min: 45_000, max: 45_000, currency: "EUR", ...year }],
  ["45 000 euros par an", { min: 45_000, max: 45_000, currency: "EUR", ...year }],
  ["£35,000 pa", { min: 35_000, max: 35_000, currency: "GBP", ...year }],
  ["SEK 45 000/mån", { min: 45_000, max: 45_000, currency: "SEK", period: "month" }],
  ["45 000 kr/mån", { min: 45_000, max: 45_000, currency: "SEK", period: "month" }],
  ["DKK 45.000 pr. måned", { min: 45_000, max: 45_000, currency: "DKK", period: "month" }],
  ["$55K - $70K (Employer est.)", { min: 55_000, max: 70_000, currency: "USD", period: null }],
])("%s", (line, pay) => {
  expect(payOf(line)?.value).toEqual(pay);
});

test("crowns without a country may be of three", () => {
  expect(payOf("45 000 kr per måned")).toMatchObject({
    value: { min: 45_000, currency: "NOK", period: "month" },
    confidence: "doubtful",
    choices: ["NOK", "SEK", "DKK"],
  });
});

test.each([
  "$55K - $70K (Glassdoor est.)",
  "Estimated salary\n$50,000 - $60,000 a year",
  "Estimated: $50K–$60K a year",
  "$52,000 - $67,000 a year\nIndeed’s salary estimate",
  "Salaire estimé : 30 000 € par an",
])("%s is a board's estimate", (line) => {
  expect(payOf(line)).toBeUndefined();
});

test("what an employer estimates is the pay that is offered", () => {
  const line = "The estimated base salary range for this role is $120,000 - $150,000 per year.";
  expect(payOf(line)?.value).toMatchObject({ min: 120_000, max: 150_000 });
});
