import { type Amount, findAmounts } from "./amounts.ts";
import { findCurrency, minYearlyPay } from "./currencies.ts";
import { findPeriod, type PayPeriod, perYear, withoutPeriods } from "./periods.ts";

// Numbers that are no pay. A number after a currency token or a dash belongs to the pay.
const notAfterAmount = "(?<![¤\\d.,'k–—-]\\s?)";
const nonPayPatterns = [
  "\\b401\\s?\\(?k\\)?(?!\\s?¤)",
  "\\d+(?:[.,]\\d+)?\\s*(?:(?:-|–|—|to|bis)\\s*\\d+(?:[.,]\\d+)?\\s*)?(?:%|percent|prozent)",
  "\\d{1,2}(?:[.,]\\d+)?\\s*(?:[-–]\\s*\\d{1,2}\\s*)?-?(?:h|hrs?|hours?|std\\.?|stunden|wochenstunden)(?![\\p{L}])\\.?(?:\\s*(?:(?:\\/|per|a|pro|in der|die)\\s*)?(?:wk|week|woche)(?![\\p{L}]))?",
  "\\d{1,3}\\s?-?\\s?(?:days?|tage?n?|weeks?|wochen|months?|monate?n?|years?|jahren?|jahre|yrs?)(?![\\p{L}])",
  "\\d+\\s*(?:x|×|monatsgehälter|gehälter|salaries)(?![\\p{L}])",
  "[x×]\\s*1[234](?!\\d)",
].map((pattern) => new RegExp(`${notAfterAmount}${pattern}`, "giu"));

/** Removes percentages, working hours, holidays, contract lengths and other numbers that are no pay. */
function withoutNonPay(text: string): string {
  return nonPayPatterns
    .reduce((rest, pattern) => rest.replace(pattern, " "), text)
    .replace(/(?<=\d),\s?[-–—]{1,2}(?!\s*\d)/g, "")
    .replace(/bonus[- ]?(?:eligible|berechtigt)/gi, "");
}

const bonusWords =
  /bonus|boni\b|equity|stock|rsus?\b|shares|sign[- ]?on|signing|commission|provision|prämie|aktien|variable?\b|per[- ]diem extra|relocation|stipend|budget/i;
const targetEarningsWords = /\bote\b|on[- ]target/i;
const clauseEnd =
  /[,;()|+&/]|(?<![\p{L}])(?:plus|and|und|with|incl|including|inkl|zzgl|mit|excl|exkl|ohne|or|oder)(?![\p{L}])/iu;

const anyToken = /#\d+#/;
const token = (at: number) => `#${at}#`;

/** The text before an amount's token, and after it. */
function textAround(skeleton: string, at: number): [before: string, after: string] {
  const start = skeleton.indexOf(token(at));
  return [skeleton.slice(0, start), skeleton.slice(start + token(at).length)];
}

/** Classifies an amount by its context: bonus, on-target earnings (OTE), or base pay. */
function amountKind(skeleton: string, at: number): "bonus" | "target" | "pay" {
  const [textBefore, textAfter] = textAround(skeleton, at);
  const before = textBefore.split(anyToken).at(-1)?.split(clauseEnd).at(-1) ?? "";
  const after = textAfter.split(anyToken)[0]?.split(clauseEnd)[0] ?? "";
  if (bonusWords.test(before) || bonusWords.test(after)) return "bonus";
  return targetEarningsWords.test(before) || targetEarningsWords.test(after) ? "target" : "pay";
}

/** Parsed pay, per year in whole units; a bound is null if only the other was named. */
export type Pay = { currency: string; period: PayPeriod; low: number | null; high: number | null };

/** Version of this parser; readings of an older version are parsed again. */
export const readerVersion = 2;

const rangeSeparator = /^\s*(?:[-–—‒−~]|\.{2,3}|to|bis|bis zu|up to|and|und|à|tot|hasta)\s*$/i;
/** What stands before the most that is paid, at the end of a text. */
export const upToPattern =
  /(?:up to|bis(?: zu)?|max(?:\.|imum|imal)?|under|below|less than|unter|höchstens|no more than|<=?|≤|jusqu'à|hasta|tot)\s*$/i;
/** What stands before the least that is paid. */
export const fromPattern =
  /(?:from|ab|starting(?: at| from)?|starts at|min(?:\.|imum|d\.?|destens)?|at least|over|above|more than|von|über|>=?|≥|à partir de|desde|vanaf)\s*$/i;
const openEndPattern = /^\s*(?:\+|(?:and|or) (?:up|more|above)|upwards|aufwärts|und mehr)/i;
const maxYearlyPay = 1e9;

/** Parses advertised pay from the first 512 characters of a text; null if it is ambiguous. */
export function readPay(text: string): Pay | null {
  const money = findCurrency(text.slice(0, 512).normalize("NFKC"));
  if (!money) return null;
  const { skeleton, amounts } = findAmounts(withoutNonPay(money.text));
  const kinds = amounts.map((_, at) => amountKind(skeleton, at));
  const joined = (at: number) => rangeSeparator.test(withoutUnits(between(skeleton, at)));
  // Both bounds of a range are of the same kind.
  amounts.forEach((_, at) => {
    const [low, high] = [kinds[at], kinds[at + 1]];
    if (!low || !high || !joined(at)) return;
    const kind = low === "pay" ? high : low;
    kinds[at] = kind;
    kinds[at + 1] = kind;
  });
  const chosenKind = kinds.includes("pay") ? "pay" : "target";
  const first = kinds.indexOf(chosenKind);
  const amount = amounts[first];
  if (!amount) return null;
  const other = joined(first) ? amounts[first + 1] : undefined;
  const ends = other
    ? amountRange(amount, other)
    : singleAmount(skeleton, first, amount.value * amount.scale);
  return toYearlyPay(ends, money.currency, periodOf(skeleton, first, other ? first + 1 : first));
}

const withoutUnits = (text: string) => withoutPeriods(text).replace(/[¤./]/g, " ").trim();

function between(skeleton: string, at: number): string {
  const [, after] = textAround(skeleton, at);
  const end = after.indexOf(token(at + 1));
  return end < 0 ? "?" : after.slice(0, end);
}

type PayRange = { low: number | null; high: number | null };

/** The bounds of a range: "60–80k" is 60k to 80k; reversed bounds are swapped. */
function amountRange(amount: Amount, other: Amount): PayRange {
  const scaleOf = (mine: Amount, its: Amount) =>
    mine.scale === 1 && its.scale > 1 && mine.value < 1000 ? its.scale : mine.scale;
  const both = [amount.value * scaleOf(amount, other), other.value * scaleOf(other, amount)];
  return { low: Math.min(...both), high: Math.max(...both) };
}

function singleAmount(skeleton: string, at: number, value: number): PayRange {
  const [textBefore, after] = textAround(skeleton, at);
  const before = textBefore.replaceAll("¤", "");
  if (upToPattern.test(before)) return { low: null, high: value };
  const rest = withoutPeriods(after).replace(/[¤/]/g, " ");
  const open = openEndPattern.test(rest);
  // "100k + bonus" and "100k + 20k" are not open-ended.
  const adds = /^\W*\+\s*[\p{L}#]/u.test(rest);
  return fromPattern.test(before) || (open && !adds)
    ? { low: value, high: null }
    : { low: value, high: value };
}

/** The period of the pay: text after the amounts takes precedence over text before them. */
function periodOf(skeleton: string, first: number, last: number): PayPeriod | null {
  const [before] = textAround(skeleton, first);
  const [after = ""] = textAround(skeleton, last)[1].split(anyToken);
  const within = last > first ? between(skeleton, first) : "";
  return findPeriod(after) ?? findPeriod(within) ?? findPeriod(before);
}

function toYearlyPay(
  { low, high }: PayRange,
  currency: string,
  named: PayPeriod | null,
): Pay | null {
  const smallest = Math.min(low ?? Number.POSITIVE_INFINITY, high ?? Number.POSITIVE_INFINITY);
  const period = named ?? (smallest >= minYearlyPay(currency) ? "year" : null);
  if (!period) return null;
  const year = (value: number | null) => value && Math.round(value * perYear[period]);
  const ends = { low: year(low), high: year(high) };
  // Rejects implausible yearly pay: below 1,000 or above `maxYearlyPay`.
  const fits = (value: number | null) => value === null || (value >= 1000 && value <= maxYearlyPay);
  return fits(ends.low) && fits(ends.high) ? { currency, period, ...ends } : null;
}
