/**
 * Signs and words of currencies, the longer ones first. `$` alone is taken for US dollars unless a code
 * stands beside it; "kr" alone could be three currencies and is none.
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

/** The smallest amount that a year can pay where no period is named; below it could be a month or an hour. */
const least: Record<string, number> = {
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

export const leastYear = (currency: string) => least[currency] ?? 10_000;

/** The mark that stands in a text for its currency's signs. */
const sign = "¤";

/** The text with a mark for each sign or word of its currency, and which that is; null where it names several. */
export function findCurrency(text: string): { text: string; currency: string } | null {
  const found = new Set<string>();
  let dollar = false;
  let marked = text;
  for (const [spelling, code] of spellings) {
    marked = marked.replace(spelling, (match) => {
      if (match === "$" || /^dollars?$/i.test(match)) dollar = true;
      else found.add(code);
      return sign;
    });
  }
  const dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "BRL"];
  if (dollar && ![...found].some((code) => dollars.includes(code))) found.add("USD");
  if (found.size > 1) return null;
  const currency = [...found][0] ?? noCurrency;
  if (/\bkr\b/i.test(marked) && !["SEK", "NOK", "DKK"].includes(currency)) return null;
  return { text: marked.replace(/\bkr\b\.?/gi, sign), currency };
}
