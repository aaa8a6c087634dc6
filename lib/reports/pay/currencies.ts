/**
 * Currency symbols and words, the longer ones first. `$` alone means US dollars unless a code is beside
 * it; "kr" alone is ambiguous and gives none.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/US\$|\$\s*US\b|\bUSD\b|\bUS dollars?\b/gi, "USD"],
  [/(?<![a-z])C\$|CA\$|CAD\$|\bCAD\b/gi, "CAD"],
  [/AU\$|\bA\$|\bAUD\b/gi, "AUD"],
  [/NZ\$|\bNZD\b/gi, "NZD"],
  [/(?<![a-z])S\$|SG\$|\bSGD\b/gi, "SGD"],
  [/HK\$|\bHKD\b/gi, "HKD"],
  [/MX\$|\bMXN\b/gi, "MXN"],
  [/(?<![a-z])R\$|\bBRL\b/gi, "BRL"],
  [/€|\bEUR\b|\beuros?\b/gi, "EUR"],
  [/£|\bGBP\b|\bpounds?\b/gi, "GBP"],
  [/\bCHF\b|\bSFr\.?|\bFranken\b/gi, "CHF"],
  [/₹|\bINR\b|\bRs\.?(?=\s*\d)/gi, "INR"],
  [/CN¥|\bRMB\b|\bCNY\b|元/gi, "CNY"],
  [/¥|\bJPY\b|\byen\b/gi, "JPY"],
  [/zł|\bPLN\b/gi, "PLN"],
  [/\bSEK\b/gi, "SEK"],
  [/\bNOK\b/gi, "NOK"],
  [/\bDKK\b/gi, "DKK"],
  [/Kč|\bCZK\b/gi, "CZK"],
  [/\bHUF\b/gi, "HUF"],
  [/₪|\bILS\b/gi, "ILS"],
  [/\bZAR\b/gi, "ZAR"],
  [/₩|\bKRW\b/gi, "KRW"],
  [/₺|\bTRY\b/g, "TRY"],
  [/₴|\bUAH\b/gi, "UAH"],
  [/\$|\bdollars?\b/gi, "USD"],
];

/** ISO 4217 for amounts that name no currency. */
export const noCurrency = "XXX";

/** The smallest amount read as yearly pay if no period is named; below it could be monthly or hourly. */
const minYearlyByCurrency: Record<string, number> = {
  JPY: 1_000_000,
  KRW: 10_000_000,
  HUF: 3_000_000,
  INR: 200_000,
  CZK: 200_000,
  TRY: 200_000,
  UAH: 200_000,
  SEK: 100_000,
  NOK: 100_000,
  DKK: 100_000,
};

export const minYearlyPay = (currency: string) => minYearlyByCurrency[currency] ?? 10_000;

/** The token that replaces currency symbols. */
const currencyMark = "¤";

/** Replaces currency symbols and words by "¤" and gives the currency; null if there are several. */
export function findCurrency(text: string): { text: string; currency: string } | null {
  const found = new Set<string>();
  let bareDollar = false;
  let withMarks = text;
  for (const [spelling, code] of spellings) {
    withMarks = withMarks.replace(spelling, (match) => {
      if (match === "$" || /^dollars?$/i.test(match)) bareDollar = true;
      else found.add(code);
      return currencyMark;
    });
  }
  const dollarCurrencies = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "BRL"];
  if (bareDollar && ![...found].some((code) => dollarCurrencies.includes(code))) found.add("USD");
  if (found.size > 1) return null;
  const currency = [...found][0] ?? noCurrency;
  if (/\bkr\b/i.test(withMarks) && !["SEK", "NOK", "DKK"].includes(currency)) return null;
  return { text: withMarks.replace(/\bkr\b\.?/gi, currencyMark), currency };
}
