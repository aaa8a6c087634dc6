import { type Amount, findAmounts } from "./amounts.ts";
import { findCurrency, leastYear } from "./currencies.ts";
import { findPeriod, type Period, perYear, withoutPeriods } from "./periods.ts";

// What has digits and is no pay. A number behind a currency's mark or a dash belongs to the pay.
const alone = "(?<![¤\\d.,'k–—-]\\s?)";
const noise = [
  "\\b401\\s?\\(?k\\)?(?!\\s?¤)",
  "\\d+(?:[.,]\\d+)?\\s*(?:(?:-|–|—|to|bis)\\s*\\d+(?:[.,]\\d+)?\\s*)?(?:%|percent|prozent)",
  "\\d{1,2}(?:[.,]\\d+)?\\s*(?:[-–]\\s*\\d{1,2}\\s*)?[- ]?(?:h|hrs?|hours?|std\\.?|stunden|wochenstunden)(?![\\p{L}])\\.?(?:\\s*(?:\\/|per|a|pro|in der|die)?\\s*(?:wk|week|woche)(?![\\p{L}]))?",
  "\\d{1,3}\\s?-?\\s?(?:days?|tage?n?|weeks?|wochen|months?|monate?n?|years?|jahren?|jahre|yrs?)(?![\\p{L}])",
  "\\d+\\s*(?:x|×|monatsgehälter|gehälter|salaries)(?![\\p{L}])",
  "[x×]\\s*1[234](?!\\d)",
].map((one) => new RegExp(`${alone}${one}`, "giu"));

/** The text without percentages, hours, holidays, contract lengths and what else has digits. */
function withoutNoise(text: string): string {
  return noise
    .reduce((rest, one) => rest.replace(one, " "), text)
    .replace(/(?<=\d),\s?[-–—]{1,2}(?!\s*\d)/g, "")
    .replace(/bonus[- ]?(?:eligible|berechtigt)/gi, "");
}

const bonus =
  /bonus|boni\b|equity|stock|rsus?\b|shares|sign[- ]?on|signing|commission|provision|prämie|aktien|variable?\b|per[- ]diem extra|relocation|stipend|budget/i;
const earnings = /\bote\b|on[- ]target/i;
const ends =
  /[,;()|+&/]|(?<![\p{L}])(?:plus|and|und|with|incl|including|inkl|zzgl|mit|excl|exkl|ohne|or|oder)(?![\p{L}])/iu;

/** Whether the amount at a place of the skeleton is a bonus, a target with bonus ("OTE"), or pay itself. */
function kindOf(skeleton: string, at: number): "bonus" | "target" | "pay" {
  const token = `#${at}#`;
  const from = skeleton.indexOf(token);
  const before = skeleton.slice(0, from).split(/#\d+#/).at(-1)?.split(ends).at(-1) ?? "";
  const after =
    skeleton
      .slice(from + token.length)
      .split(/#\d+#/)[0]
      ?.split(ends)[0] ?? "";
  if (bonus.test(before) || bonus.test(after)) return "bonus";
  return earnings.test(before) || earnings.test(after) ? "target" : "pay";
}

/** A pay that was read, per year in whole units; one end is null where only the other was named. */
export type Pay = { currency: string; period: Period; low: number | null; high: number | null };

/** Of this reader; what an older one read is read again. */
export const readerVersion = 1;

const joins = /^\s*(?:[-–—‒−~]|\.{2,3}|to|bis|bis zu|up to|and|und|à|tot|hasta)\s*$/i;
const upTo =
  /(?:up to|bis(?: zu)?|max(?:\.|imum|imal)?|under|below|less than|unter|höchstens|no more than|<=?|≤|jusqu'à|hasta|tot)\s*$/i;
const from =
  /(?:from|ab|starting(?: at| from)?|starts at|min(?:\.|imum|d\.?|destens)?|at least|over|above|more than|von|über|>=?|≥|à partir de|desde|vanaf)\s*$/i;
const more = /^\s*(?:\+|(?:and|or) (?:up|more|above)|upwards|aufwärts|und mehr)/i;
const most = 1e9;

/** What a text of at most a few hundred characters says of pay; null where it cannot be told for sure. */
export function readPay(text: string): Pay | null {
  const money = findCurrency(text.slice(0, 512).normalize("NFKC"));
  if (!money) return null;
  const { skeleton, amounts } = findAmounts(withoutNoise(money.text));
  const kinds = amounts.map((_, at) => kindOf(skeleton, at));
  const joined = (at: number) => joins.test(bare(between(skeleton, at)));
  // Both ends of a range are of one kind.
  amounts.forEach((_, at) => {
    const [low, high] = [kinds[at], kinds[at + 1]];
    if (!low || !high || !joined(at)) return;
    const kind = low === "pay" ? high : low;
    kinds[at] = kind;
    kinds[at + 1] = kind;
  });
  const wanted = kinds.includes("pay") ? "pay" : "target";
  const first = kinds.indexOf(wanted);
  const one = amounts[first];
  if (!one) return null;
  const other = joined(first) ? amounts[first + 1] : undefined;
  const ends = other ? range(one, other) : sided(skeleton, first, one.value * one.scale);
  return perYearOf(ends, money.currency, periodOf(skeleton, first, other ? first + 1 : first));
}

const token = (at: number) => `#${at}#`;
const bare = (text: string) => withoutPeriods(text).replace(/[¤./]/g, " ").trim();

function between(skeleton: string, at: number): string {
  const start = skeleton.indexOf(token(at));
  const end = skeleton.indexOf(token(at + 1));
  return end < 0 ? "?" : skeleton.slice(start + token(at).length, end);
}

type Ends = { low: number | null; high: number | null };

/** "60–80k" is 60k to 80k; and whoever writes the higher end first means the same. */
function range(one: Amount, other: Amount): Ends {
  const scaleOf = (mine: Amount, its: Amount) =>
    mine.scale === 1 && its.scale > 1 && mine.value < 1000 ? its.scale : mine.scale;
  const both = [one.value * scaleOf(one, other), other.value * scaleOf(other, one)];
  return { low: Math.min(...both), high: Math.max(...both) };
}

function sided(skeleton: string, at: number, value: number): Ends {
  const start = skeleton.indexOf(token(at));
  const before = skeleton.slice(0, start).replaceAll("¤", "");
  const after = skeleton.slice(start + token(at).length);
  if (upTo.test(before)) return { low: null, high: value };
  const rest = withoutPeriods(after).replace(/[¤/]/g, " ");
  const open = more.test(rest);
  // "100k + bonus" and "100k + 20k" are no open ends.
  const adds = /^\W*\+\s*[\p{L}#]/u.test(rest);
  return from.test(before) || (open && !adds)
    ? { low: value, high: null }
    : { low: value, high: value };
}

/** What is said behind the amounts counts before what is said in front of them. */
function periodOf(skeleton: string, first: number, last: number): Period | null {
  const [start, end] = [skeleton.indexOf(token(first)), skeleton.indexOf(token(last))];
  const after =
    skeleton
      .slice(end)
      .replace(/^#\d+#/, "")
      .split(/#\d+#/)[0] ?? "";
  const within = skeleton.slice(start, end);
  return findPeriod(after) ?? findPeriod(within) ?? findPeriod(skeleton.slice(0, start));
}

function perYearOf({ low, high }: Ends, currency: string, named: Period | null): Pay | null {
  const smallest = Math.min(low ?? Number.POSITIVE_INFINITY, high ?? Number.POSITIVE_INFINITY);
  const period = named ?? (smallest >= leastYear(currency) ? "year" : null);
  if (!period) return null;
  const year = (value: number | null) => value && Math.round(value * perYear[period]);
  const ends = { low: year(low), high: year(high) };
  // A year's pay of "80" is not what was meant, and nobody pays a thousand millions.
  const fits = (value: number | null) => value === null || (value >= 1000 && value <= most);
  return fits(ends.low) && fits(ends.high) ? { currency, period, ...ends } : null;
}
