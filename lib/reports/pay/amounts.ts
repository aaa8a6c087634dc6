/** An amount in a text; `scale` is the multiplier after it ("k" is 1,000). */
export type Amount = { value: number; scale: number };

const groupSeparator = "[., '’]";
const numberPattern = `\\d{1,3}(?:(?<mark>${groupSeparator})\\d{3})(?:\\k<mark>\\d{3})*(?:[.,]\\d{1,2})?|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d+(?:[.,]\\d+)?`;
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd\.?|thousand|tausend)$/i, 1_000],
  [/^(?:M|mio\.?|mn|million(?:en|s)?)$/i, 1_000_000],
  [/^(?:lakhs?|lacs?|lpa)$/i, 100_000],
  [/^(?:crores?|cr)$/i, 10_000_000],
];
const scaleWords =
  "(?:[kK]|M)(?![\\p{L}])|(?i:tsd\\.?|thousand|tausend|mio\\.?|mn|million(?:en|s)?|lakhs?|lacs?|lpa|crores?|cr)(?![\\p{L}])";

const amountPattern = new RegExp(
  `(?<!\\d)(?<number>${numberPattern})(?!\\d)(?:\\s?(?<scale>${scaleWords}))?`,
  "gu",
);

/** Parses a number in US, European, Swiss, French or Indian notation; null for anything else. */
function parseNumber(text: string, scaled: boolean): number | null {
  const digits = text.replace(/[ '’]/g, "");
  const marks = digits.match(/[.,]/g) ?? [];
  const last = digits.search(/[.,]\d*$/);
  const decimals = last < 0 ? 0 : digits.length - last - 1;
  const oneSeparator = new Set(marks).size === 1;
  // "1.234" is a thousand and more, but "1.234k" is not.
  const grouped = oneSeparator && decimals === 3 && !(scaled && marks.length === 1);
  const decimal = last >= 0 && !grouped;
  if (decimal && oneSeparator && marks.length > 1) return null;
  const whole = (decimal ? digits.slice(0, last) : digits).replace(/[.,]/g, "");
  const value = Number(decimal ? `${whole}.${digits.slice(last + 1)}` : whole);
  return Number.isFinite(value) && value > 0 && value < 1e11 ? value : null;
}

/** Replaces the amounts in a text by the tokens `#0#`, `#1#` …; gives the skeleton and the amounts. */
export function findAmounts(text: string): { skeleton: string; amounts: Amount[] } {
  const amounts: Amount[] = [];
  const skeleton = text.replace(amountPattern, (...args) => {
    const groups = args.at(-1) as { number: string; scale?: string };
    const value = parseNumber(groups.number, groups.scale !== undefined);
    if (value === null) return "?";
    const scale = scales.find(([word]) => word.test(groups.scale ?? ""))?.[1] ?? 1;
    const lpa = /^lpa$/i.test(groups.scale ?? "") ? " lpa" : "";
    return `#${amounts.push({ value, scale }) - 1}#${lpa}`;
  });
  return { skeleton, amounts };
}
