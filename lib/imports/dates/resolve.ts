import { DateTime } from "luxon";
import { dayMs, parseDay, toStored } from "../../dates.ts";
import { fold } from "../vocabulary/fold.ts";
import type { Clock } from "./clock.ts";
import { type DateMatch, findDates } from "./find.ts";
import { zoneFor } from "./zones.ts";

/** Day/month order of numeric dates. */
export type DateOrder = "dmy" | "mdy";

/** Votes on the day/month order: dates that imply one, and ambiguous dates (`open`). */
export type OrderVotes = { dmy: number; mdy: number; open: number };

export const noVotes = (): OrderVotes => ({ dmy: 0, mdy: 0, open: 0 });

/** Counts a numeric date as a vote: a number over 12 must be the day. */
export function vote(votes: OrderVotes, found: DateMatch): void {
  if (found.kind !== "pair" || found.dots) return;
  if (found.first > 12) votes.dmy += 1;
  else if (found.second > 12) votes.mdy += 1;
  else if (found.first !== found.second) votes.open += 1;
}

/**
 * The order that wins the vote, by more than 20 to 1: fewer dissenting votes are typing errors. Null if
 * the file mixes both; then only unambiguous dates are read.
 */
export function decideOrder({ dmy, mdy }: OrderVotes): DateOrder | null {
  if (dmy > mdy * 20) return "dmy";
  if (mdy > dmy * 20) return "mdy";
  return null;
}

/** The order that a heading states, as in "Date (DD/MM/YYYY)". */
export function headingOrder(heading: string): DateOrder | null {
  const letters = fold(heading).replace(/[^dmytja]/g, "");
  if (/(dd?mm?yy|tt?mm?jj|jj?mm?aa)/.test(letters)) return "dmy";
  return /mm?dd?yy/.test(letters) ? "mdy" : null;
}

/** Why a cell gives no date. */
export type DateProblem =
  | "unreadable"
  | "two dates"
  | "no year"
  | "no day"
  | "order"
  | "no such day"
  | "far off";

export type ResolvedDate =
  | { at: string; problem?: undefined }
  | { at?: undefined; problem: DateProblem };

type CalendarDay = { year: number; month: number; day: number };

/**
 * Date resolution: a cell's instant in the stored UTC form, a time being one of `zone`; a day without a time stays
 * one. Never guesses: an ambiguous cell gives a `problem`.
 */
export function resolveDate(text: string, order: DateOrder | null, zone: string): ResolvedDate {
  const plain = text.length > 40 ? "" : text.trim();
  const serial = /^\d{5}(\.\d+)?$/.test(plain) ? serialDate(Number(plain)) : null;
  const found = serial ? [serial] : distinctDates(findDates(text));
  const [only, other] = found;
  if (!only) return { problem: "unreadable" };
  if (other) return { problem: "two dates" };
  if (only.kind === "instant") return { at: toStored(only.millis) };
  if (only.kind === "part") return { problem: partProblems[only.missing] };
  const day = only.kind === "day" ? only : orderedDay(only, order);
  if (!day) return { problem: "order" };
  const at = instant(day, only.clock, zone);
  if (!at) return { problem: "no such day" };
  return day.year < 1990 || at > toStored(Date.now() + maxAheadMs)
    ? { problem: "far off" }
    : { at };
}

const partProblems = { year: "no year", day: "no day", order: "order" } as const;

// An interview may lie some months ahead; more is a mistyped year.
const maxAheadMs = 366 * dayMs;

// A spreadsheet serial number that lost its date format; only 1982 to 2064 is accepted.
function serialDate(serial: number): DateMatch | null {
  if (serial < 30_000 || serial > 60_000) return null;
  const date = new Date((Math.floor(serial) - 25_569) * dayMs);
  return {
    kind: "day",
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

function distinctDates(found: DateMatch[]): DateMatch[] {
  const seen = new Map(found.map(({ ...date }) => [JSON.stringify({ ...date, clock: 0 }), date]));
  return [...seen.values()];
}

function orderedDay(
  pair: DateMatch & { kind: "pair" },
  order: DateOrder | null,
): CalendarDay | null {
  const { first, second, year } = pair;
  const chosen = first > 12 || pair.dots ? "dmy" : second > 12 || first === second ? "mdy" : order;
  if (!chosen) return null;
  // Dots suggest day first, but a second number over 12 must be the day.
  const dayFirst = chosen === "dmy" && second <= 12;
  return dayFirst ? { year, month: second, day: first } : { year, month: first, day: second };
}

const instantCache = new Map<string, string | null>();

function instant(
  { year, month, day }: CalendarDay,
  clock: Clock | undefined,
  zone: string,
): string | null {
  if (!clock) {
    const read = parseDay(`${String(year).padStart(4, "0")}-${month}-${day}`);
    return "value" in read ? read.value : null;
  }
  const { hour, minute, second, zone: written } = clock;
  const key = [year, month, day, hour, minute, second, JSON.stringify(written), zone];
  const cached = instantCache.get(key.join(" "));
  if (cached !== undefined) return cached;
  const wall = { year, month, day, hour, minute, second };
  const moment = DateTime.fromObject(wall, { zone: written ? zoneFor(written, zone) : zone });
  const at = moment.isValid ? toStored(moment.toMillis()) : null;
  if (instantCache.size > 20_000) instantCache.clear();
  instantCache.set(key.join(" "), at);
  return at;
}
