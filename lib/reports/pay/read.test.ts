import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PayPeriod, perYear } from "./periods.ts";
import { readPay } from "./read.ts";

const k = 1000;
type Row = [string, string, PayPeriod, number | null, number | null];

const examples: Row[] = [
  ["$60k - $80k", "USD", "year", 60 * k, 80 * k],
  ["$60-80k", "USD", "year", 60 * k, 80 * k],
  ["$60,000–$80,000 per year", "USD", "year", 60 * k, 80 * k],
  ["USD 120,000.00 to 150,000.00 annually DOE", "USD", "year", 120 * k, 150 * k],
  ["$80k CAD", "CAD", "year", 80 * k, 80 * k],
  ["C$90,000 - C$110,000", "CAD", "year", 90 * k, 110 * k],
  ["60.000 – 80.000 €", "EUR", "year", 60 * k, 80 * k],
  ["60.000 € bis 70.000 € brutto/Jahr", "EUR", "year", 60 * k, 70 * k],
  ["60.000,- bis 70.000,- EUR p.a.", "EUR", "year", 60 * k, 70 * k],
  ["ab 55.000 € im Jahr", "EUR", "year", 55 * k, null],
  ["bis zu 65.000 Euro jährlich", "EUR", "year", null, 65 * k],
  ["45 €/h", "EUR", "hour", 45 * 2080, 45 * 2080],
  ["45,50 € pro Stunde", "EUR", "hour", 94_640, 94_640],
  ["4.500 € monatlich (40 Std./Woche)", "EUR", "month", 54 * k, 54 * k],
  ["3.800 - 4.200 € / Monat, 30 Tage Urlaub", "EUR", "month", 45_600, 50_400],
  ["Tagessatz 640 €", "EUR", "day", 166_400, 166_400],
  ["€75k to €85k and two days a week from home", "EUR", "year", 75 * k, 85 * k],
  ["£40,000 and a four-day week", "GBP", "year", 40 * k, 40 * k],
  ["£500 a day, three days a week", "GBP", "day", 130 * k, 130 * k],
  ["£500 per day", "GBP", "day", 130 * k, 130 * k],
  ["£450-£550 p/d outside IR35, 6 month contract", "GBP", "day", 117 * k, 143 * k],
  ["£45,000pa", "GBP", "year", 45 * k, 45 * k],
  ["CHF 110'000 - 130'000", "CHF", "year", 110 * k, 130 * k],
  ["60 000 - 70 000 EUR", "EUR", "year", 60 * k, 70 * k],
  ["₹12 LPA", "INR", "year", 1_200 * k, 1_200 * k],
  ["₹12,00,000 - 15,00,000 per annum", "INR", "year", 1_200 * k, 1_500 * k],
  ["up to $150k", "USD", "year", null, 150 * k],
  ["from $90,000", "USD", "year", 90 * k, null],
  ["$100k+", "USD", "year", 100 * k, null],
  ["$100k + bonus", "USD", "year", 100 * k, 100 * k],
  ["$100k base + $20k bonus", "USD", "year", 100 * k, 100 * k],
  ["$90k base / $150k OTE", "USD", "year", 90 * k, 90 * k],
  ["OTE $120k-$140k", "USD", "year", 120 * k, 140 * k],
  ["$120k-$140k, 10-15% bonus, 401k", "USD", "year", 120 * k, 140 * k],
  ["between 60k and 80k USD", "USD", "year", 60 * k, 80 * k],
  ["zwischen 60k und 80k", "XXX", "year", 60 * k, 80 * k],
  ["$25 - $30 an hour", "USD", "hour", 52 * k, 62_400],
  ["$25/hr - $30/hr", "USD", "hour", 52 * k, 62_400],
  ["$25.50/hr, 40 hours per week", "USD", "hour", 53_040, 53_040],
  ["$1,200 weekly", "USD", "week", 62_400, 62_400],
  ["$5,500/mo", "USD", "month", 66 * k, 66 * k],
  ["80k-60k", "XXX", "year", 60 * k, 80 * k],
  ["85000", "XXX", "year", 85 * k, 85 * k],
  ["62.5k €", "EUR", "year", 62_500, 62_500],
  ["¥6,000,000 / year", "JPY", "year", 6_000 * k, 6_000 * k],
  ["500 000 SEK", "SEK", "year", 500 * k, 500 * k],
  ["$80,000 bonus eligible", "USD", "year", 80 * k, 80 * k],
];

describe("reads", () => {
  test.each(examples)("%s", (text, currency, period, low, high) => {
    expect(readPay(text)).toEqual({ currency, period, low, high });
  });
});

test.each([
  "",
  "competitive",
  "DOE",
  "nach Vereinbarung",
  "$60",
  "¥300,000",
  "€60k / $65k",
  "500 kr",
  "10% bonus",
  "$10k signing bonus",
  "30 Tage Urlaub",
  "60-80 per year",
  "1.2.3.4",
  "see 2024 posting",
  "0",
  "$0k",
  "99999999999999999999",
  "𝟘 NaN Infinity",
])("leaves “%s” unread", (text) => {
  expect(readPay(text)).toBeNull();
});

const written = fc.record({
  low: fc.integer({ min: 20, max: 900 }),
  more: fc.integer({ min: 1, max: 90 }),
  side: fc.constantFrom("both", "from", "upto", "one"),
  style: fc.constantFrom("us", "de", "ch", "k"),
  period: fc.constantFrom<PayPeriod[]>("hour", "day", "week", "month", "year"),
  money: fc.constantFrom("$ USD", "€ EUR", "£ GBP", "CHF CHF"),
  behind: fc.boolean(),
  dash: fc.constantFrom("-", "–", " - ", " — ", " to ", " bis "),
  noise: fc.constantFrom("", " DOE", " + bonus", ", 40h/week", " (30 days off)", ", 5% equity"),
});

const words: Record<PayPeriod, string[]> = {
  hour: ["per hour", "/h", "pro Stunde", "hourly"],
  day: ["per day", "/day", "pro Tag"],
  week: ["per week", "/wk", "pro Woche"],
  month: ["per month", "/mo", "monatlich"],
  year: ["per year", "p.a.", "jährlich", "/yr"],
};

test("parses pay in every notation", () => {
  fc.assert(
    fc.property(written, fc.nat(3), (one, at) => {
      const [mark = "", currency] = one.money.split(" ");
      const sign = mark === "CHF" ? "CHF " : mark;
      const number = (value: number) => {
        if (one.style === "k") return `${value}k`;
        const group = { us: ",", de: ".", ch: "'" }[one.style];
        return `${value}${group}000`;
      };
      const amount = (value: number) =>
        one.behind ? `${number(value)} ${sign.trim()}` : `${sign}${number(value)}`;
      const [low, high] = [one.low, one.low + one.more];
      const pay = {
        both: `${amount(low)}${one.dash}${amount(high)}`,
        from: `from ${amount(low)}`,
        upto: `up to ${amount(high)}`,
        one: amount(low),
      }[one.side];
      const spelled = words[one.period];
      const text = `${pay} ${spelled[at % spelled.length]}${one.noise}`;
      const year = (value: number) => value * 1000 * perYear[one.period];
      const read = readPay(text);
      const top = one.side === "one" ? low : high;
      if (year(one.side === "from" ? low : top) > 1e9) {
        expect(read, text).toBeNull();
        return;
      }
      expect(read, text).toEqual({
        currency,
        period: one.period,
        low: one.side === "upto" ? null : year(low),
        high: one.side === "from" ? null : year(top),
      });
    }),
    { numRuns: 2000 },
  );
});

test("returns ordered integers or nothing for any text", () => {
  const alphabet = fc.constantFrom(
    ..."0123456789.,'-–+$€£k %/#?¤()M",
    ..." to , bis ,per hour,p.a.,OTE,bonus,up to,ab ,USD,kr,LPA,\u0000,💶,½".split(","),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (garbage) => {
      const read = readPay(garbage);
      if (!read) return;
      const { low, high } = read;
      for (const end of [low, high]) expect(end === null || Number.isSafeInteger(end)).toBe(true);
      expect(low ?? high).not.toBeNull();
      expect((low ?? 0) <= (high ?? Number.POSITIVE_INFINITY)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
