import { monthOf } from "../vocabulary/months.ts";

/** A time of day; `offset` is minutes east of UTC, if the text has one. */
export type Clock = { hour: number; minute: number; second: number; offset?: number };

/** A date in a text: complete, numeric with day/month order open (`pair`), a timestamp, or partial. */
export type DateMatch =
  | { kind: "day"; year: number; month: number; day: number; clock?: Clock }
  | { kind: "pair"; first: number; second: number; year: number; dots: boolean; clock?: Clock }
  | { kind: "instant"; millis: number }
  | { kind: "part"; missing: "year" | "day" };

const monthWord = String.raw`(\p{L}{3,})\.?`;
const year = String.raw`(\d{4}|['’]?\d{2})(?!\d)`;
const ordinal = String.raw`(?:st|nd|rd|th|er|º|ª|\.)?`;
const of = String.raw`(?:\s+(?:de|of|del|di))?`;

type DateReader = { pattern: RegExp; read(parts: string[]): DateMatch | null };

const dateReaders: DateReader[] = [
  {
    pattern: /(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/u,
    read: ([y, m, d]) => dayMatch(y, Number(m), d),
  },
  {
    pattern: /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/u,
    read: ([y, m, d]) => dayMatch(y, Number(m), d),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|['’]?\d{2})(?!\d)/u,
    read: ([a, sign, b, y]) => numericMatch(Number(a), Number(b), y, sign === "."),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})${ordinal}${of}[\s\-/.]*${monthWord}${of},?[\s\-/.]*${year}`,
      "u",
    ),
    read: ([d, m, y]) => namedMonthMatch(y, m, d),
  },
  {
    pattern: new RegExp(
      String.raw`${monthWord}[\s\-/.]*(\d{1,2})${ordinal},?[\s\-/.]+${year}`,
      "u",
    ),
    read: ([m, d, y]) => namedMonthMatch(y, m, d),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{4})[\s\-/.]+${monthWord}[\s\-/.]*(\d{1,2})(?!\d)`,
      "u",
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
    pattern: new RegExp(`^${monthWord}[\\s\\-./,]*${of}\\s*\\d{4}$`, "u"),
    read: ([m]) => partialMatch(m, "day"),
  },
  {
    pattern: /^\d{4}[-/.]\d{1,2}$|^\d{1,2}[/.-]\d{4}$/,
    read: () => ({ kind: "part", missing: "day" }),
  },
];

const timePattern =
  /^[\s,T]*(?:at |um |a las |à |om )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(am|pm|a\.m\.|p\.m\.|a\. m\.|p\. m\.)?\s*(z\b|utc|gmt)?\s*([+-]\d{2}:?\d{2})?/iu;

/** Date extraction: the dates in a text in order; at most three, because two are already ambiguous. */
export function findDates(text: string): DateMatch[] {
  const plain = text.trim();
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
    const time = timePattern.exec(rest);
    const at = time && readClock(time);
    if (at && next.found.kind !== "part" && next.found.kind !== "instant") {
      next.found.clock = at;
      rest = rest.slice(time[0].length);
    }
    all.push(next.found);
  }
  return all;
}

function firstMatch(text: string): { found: DateMatch; end: number } | null {
  let best: { found: DateMatch; start: number; end: number } | null = null;
  for (const { pattern, read } of dateReaders) {
    const parts = pattern.exec(text);
    const found = parts && read(parts.slice(1));
    if (!parts || !found || (best && best.start <= parts.index)) continue;
    best = { found, start: parts.index, end: parts.index + parts[0].length };
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

const plausible = (y: number) => y >= 1970 && y <= 2100;

function dayMatch(y = "", month: number, d = ""): DateMatch | null {
  const [year, number] = [fullYear(y), Number(d)];
  if (!plausible(year) || month < 1 || month > 12 || number < 1 || number > 31) return null;
  return { kind: "day", year, month, day: number };
}

function namedMonthMatch(y = "", m = "", d = ""): DateMatch | null {
  const month = monthOf(m);
  return month ? dayMatch(y, month, d) : null;
}

function numericMatch(first: number, second: number, y = "", dots: boolean): DateMatch | null {
  if (first > 31 && second <= 12) return dayMatch(String(first), second, y.replace(/\D/g, ""));
  const year = fullYear(y);
  if (!plausible(year) || first < 1 || second < 1 || first > 31 || second > 31) return null;
  if (first > 12 && second > 12) return null;
  return { kind: "pair", first, second, year, dots };
}

function partialMatch(m = "", missing: "year" | "day"): DateMatch | null {
  return monthOf(m) ? { kind: "part", missing } : null;
}

function readClock(time: RegExpExecArray): Clock | null {
  const [, h, m, s, half, utc, shift] = time;
  let hour = Number(h);
  if (half) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  const [minute, second] = [Number(m), Number(s ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = shift ? offsetMinutes(shift) : utc ? 0 : undefined;
  return offset === undefined ? { hour, minute, second } : { hour, minute, second, offset };
}

function offsetMinutes(shift: string): number {
  const [, sign, h, m] = /([+-])(\d{2}):?(\d{2})/.exec(shift) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(h) * 60 + Number(m));
}
