import { monthOf } from "../vocabulary/months.ts";
import { type Clock, readClock } from "./clock.ts";

/** A date in a text: complete, numeric with day/month order open (`pair`), a timestamp, or partial. */
export type DateMatch =
  | { kind: "day"; year: number; month: number; day: number; clock?: Clock }
  | { kind: "pair"; first: number; second: number; year: number; dots: boolean; clock?: Clock }
  | { kind: "instant"; millis: number }
  | { kind: "part"; missing: "year" | "day" | "order" };

/** A longer text is a remark that has dates in it; a cell that says a day is not. */
const maxDateTextLength = 500;

const monthWord = String.raw`(?<!\p{L})(\p{L}{3,12})\.?`;
// "5 March 10:30" and "5 March 10 am" name no year.
const year = String.raw`(\d{4}|['’]?\d{2})(?!\d|[:h]\d|\s?[ap]\.?m\b)`;
const ordinal = String.raw`(?:st|nd|rd|th|er|[oa](?=\s)|\.)?`;
const of = String.raw`(?:\s+(?:de|of|del|di))?`;

type DateReader = { pattern: RegExp; read(parts: string[]): DateMatch | null };

const dateReaders: DateReader[] = [
  {
    pattern: /(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/gu,
    read: ([y, m, d]) => dayMatch(y, Number(m), d),
  },
  {
    pattern: /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/gu,
    read: ([y, m, d]) => dayMatch(y, Number(m), d),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|['’]?\d{2})(?!\d)/gu,
    read: ([a, sign, b, y]) => numericMatch(Number(a), Number(b), y, sign === "."),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})${ordinal}${of}[\s\-/.]*${monthWord}${of},?[\s\-/.]*${year}`,
      "gu",
    ),
    read: ([d, m, y]) => namedMonthMatch(y, m, d),
  },
  {
    pattern: new RegExp(
      String.raw`${monthWord}[\s\-/.]*(\d{1,2})${ordinal}(?:,\s*|[\s\-/.]+(?:,\s*)?)${year}`,
      "gu",
    ),
    read: ([m, d, y]) => namedMonthMatch(y, m, d),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{4})[\s\-/.]+${monthWord}[\s\-/.]*(\d{1,2})(?!\d)`,
      "gu",
    ),
    read: ([y, m, d]) => namedMonthMatch(y, m, d),
  },
];

const wholeTextReaders: DateReader[] = [
  {
    pattern: /^(19|20)(\d{2})(\d{2})(\d{2})$/,
    read: ([c, y, m, d]) => dayMatch(`${c}${y}`, Number(m), d),
  },
  {
    pattern: /^(1\d{9})(?:\.\d+)?$/,
    read: ([s]) => ({ kind: "instant", millis: Number(s) * 1000 }),
  },
  { pattern: /^(1\d{12})$/, read: ([ms]) => ({ kind: "instant", millis: Number(ms) }) },
  { pattern: /^\d{1,2}[./-]\d{1,2}\.?$/, read: () => ({ kind: "part", missing: "year" }) },
  {
    pattern: new RegExp(`^\\d{1,2}${ordinal}${of}[\\s\\-./]*${monthWord}$`, "u"),
    read: ([m]) => partialMatch(m, "year"),
  },
  {
    pattern: new RegExp(`^${monthWord}[\\s\\-./]*\\d{1,2}${ordinal}$`, "u"),
    read: ([m]) => partialMatch(m, "year"),
  },
  {
    pattern: new RegExp(`^${monthWord}[\\s\\-./,]*(?:\\s(?:de|of|del|di)\\s*)?\\d{4}$`, "u"),
    read: ([m]) => partialMatch(m, "day"),
  },
  {
    pattern: /^\d{4}[-/.]\d{1,2}$|^\d{1,2}[/.-]\d{4}$|^\d{4}\s?[年년]\s?\d{1,2}\s?[月월]$/u,
    read: () => ({ kind: "part", missing: "day" }),
  },
  {
    pattern: /^\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]?$/u,
    read: () => ({ kind: "part", missing: "year" }),
  },
];

/** Date extraction: the dates in a text in order; at most three, because two are already ambiguous. */
export function findDates(text: string): DateMatch[] {
  if (text.length > maxDateTextLength) return [];
  const plain = withPlainDigits(text).trim();
  for (const { pattern, read } of wholeTextReaders) {
    const parts = pattern.exec(plain);
    const found = parts && read(parts.slice(1));
    if (found) return [found];
  }
  const all: DateMatch[] = [];
  let rest = plain;
  while (rest && all.length < 3) {
    const next = firstMatch(rest);
    if (!next) break;
    rest = rest.slice(next.end);
    const time = readClock(rest);
    if (time && next.found.kind !== "part" && next.found.kind !== "instant") {
      next.found.clock = time.clock;
      rest = rest.slice(time.length);
    }
    all.push(next.found);
  }
  return all;
}

// Full-width digits and those of Arabic and Persian.
const withPlainDigits = (text: string) =>
  /[^ -~]/.test(text)
    ? text
        .normalize("NFKC")
        .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    : text;

function firstMatch(text: string): { found: DateMatch; end: number } | null {
  let best: { found: DateMatch; start: number; end: number } | null = null;
  for (const { pattern, read } of dateReaders) {
    for (const parts of text.matchAll(pattern)) {
      const found = read(parts.slice(1));
      if (!found) continue;
      if (!best || parts.index < best.start)
        best = { found, start: parts.index, end: parts.index + parts[0].length };
      break;
    }
  }
  return best;
}

/** Expands a two-digit year: below 70 is 20xx, else 19xx. */
function fullYear(text: string): number {
  const digits = text.replace(/\D/g, "");
  const value = Number(digits);
  if (digits.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

// Wider than any likely day, so that a mistyped year is shown and not passed over.
const readable = (y: number) => y >= 1800 && y < 2200;

function dayMatch(y = "", month: number, d = ""): DateMatch | null {
  const [year, number] = [fullYear(y), Number(d)];
  if (!readable(year) || month < 1 || month > 12 || number < 1 || number > 31) return null;
  return { kind: "day", year, month, day: number };
}

function namedMonthMatch(y = "", m = "", d = ""): DateMatch | null {
  const month = monthOf(m);
  return month ? dayMatch(y, month, d) : null;
}

function numericMatch(first: number, second: number, y = "", dots: boolean): DateMatch | null {
  if (first > 31 && second <= 12) return dayMatch(String(first), second, y.replace(/\D/g, ""));
  const year = fullYear(y);
  if (!readable(year) || first < 1 || second < 1 || first > 31 || second > 31) return null;
  if (first > 12 && second > 12) return null;
  if (mayBeYearFirst(first, second, y)) return { kind: "part", missing: "order" };
  return { kind: "pair", first, second, year, dots };
}

// "24-03-04" is more likely the 4th of March 2024 than a day in 2004, but it does not say so.
const mayBeYearFirst = (first: number, second: number, y: string) =>
  first >= 15 && second <= 12 && /^0[1-9]$|^1[0-4]$/.test(y);

function partialMatch(m = "", missing: "year" | "day"): DateMatch | null {
  return monthOf(m) ? { kind: "part", missing } : null;
}
