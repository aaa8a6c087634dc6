/** An amount that a text names; `scale` is what a word behind it multiplies by ("k" is 1,000). */
export type Amount = { value: number; scale: number };

const group = "[., '’]";
const number = `\\d{1,3}(?:(?<mark>${group})\\d{3})(?:\\k<mark>\\d{3})*(?:[.,]\\d{1,2})?|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d+(?:[.,]\\d+)?`;
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd\.?|thousand|tausend)$/i, 1_000],
  [/^(?:M|mio\.?|mn|million(?:en|s)?)$/i, 1_000_000],
  [/^(?:lakhs?|lacs?|lpa)$/i, 100_000],
  [/^(?:crores?|cr)$/i, 10_000_000],
];
const scaleWords =
  "(?:[kK]|M)(?![\\p{L}])|(?i:tsd\\.?|thousand|tausend|mio\\.?|mn|million(?:en|s)?|lakhs?|lacs?|lpa|crores?|cr)(?![\\p{L}])";

const pattern = new RegExp(
  `(?<!\\d)(?<number>${number})(?!\\d)(?:\\s?(?<scale>${scaleWords}))?`,
  "gu",
);

/** What a number is worth, in US, European, Swiss, French and Indian writing; null where it is none of them. */
function valueIn(text: string, scaled: boolean): number | null {
  const digits = text.replace(/[ '’]/g, "");
  const marks = digits.match(/[.,]/g) ?? [];
  const last = digits.search(/[.,]\d*$/);
  const decimals = last < 0 ? 0 : digits.length - last - 1;
  const same = new Set(marks).size === 1;
  // "1.234" is a thousand and more, but "1.234k" is not.
  const grouped = same && decimals === 3 && !(scaled && marks.length === 1);
  const decimal = last >= 0 && !grouped;
  if (decimal && same && marks.length > 1) return null;
  const whole = (decimal ? digits.slice(0, last) : digits).replace(/[.,]/g, "");
  const value = Number(decimal ? `${whole}.${digits.slice(last + 1)}` : whole);
  return Number.isFinite(value) && value > 0 && value < 1e11 ? value : null;
}

/** The text with `#0#`, `#1#` … for its amounts, and what they are. */
export function findAmounts(text: string): { skeleton: string; amounts: Amount[] } {
  const amounts: Amount[] = [];
  const skeleton = text.replace(pattern, (...args) => {
    const groups = args.at(-1) as { number: string; scale?: string };
    const value = valueIn(groups.number, groups.scale !== undefined);
    if (value === null) return "?";
    const scale = scales.find(([word]) => word.test(groups.scale ?? ""))?.[1] ?? 1;
    const lpa = /^lpa$/i.test(groups.scale ?? "") ? " lpa" : "";
    return `#${amounts.push({ value, scale }) - 1}#${lpa}`;
  });
  return { skeleton, amounts };
}
