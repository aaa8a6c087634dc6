import { DateTime, FixedOffsetZone } from "luxon";
import { toStored } from "../../dates.ts";
import { type Clock, type Found, findDates } from "./find.ts";
import type { DateOrder } from "./order.ts";

/** Why a cell settles no day. */
export type DateDoubt = "unreadable" | "two dates" | "no year" | "no day" | "order" | "no such day";

export type Settled = { at: string; doubt?: undefined } | { at?: undefined; doubt: DateDoubt };

type Day = { year: number; month: number; day: number };

/**
 * The moment that a cell names, in the stored UTC form: a day alone is noon in `zone`. Never guesses:
 * what the cell and the file's order leave open comes back as a doubt.
 */
export function settleDate(text: string, order: DateOrder | null, zone: string): Settled {
  const serial = /^\d{5}(\.\d+)?$/.test(text.trim()) ? fromSerial(Number(text)) : null;
  const found = serial ? [serial] : distinct(findDates(text));
  const [only, other] = found;
  if (!only) return { doubt: "unreadable" };
  if (other) return { doubt: "two dates" };
  if (only.kind === "instant") return { at: toStored(only.millis) };
  if (only.kind === "part") return { doubt: only.missing === "year" ? "no year" : "no day" };
  const day = only.kind === "day" ? only : ordered(only, order);
  if (!day) return { doubt: "order" };
  const at = instant(day, only.clock, zone);
  return at ? { at } : { doubt: "no such day" };
}

// A spreadsheet's day number that lost its format on the way: 1982 to 2064 is all that is believed.
function fromSerial(serial: number): Found | null {
  if (serial < 30_000 || serial > 60_000) return null;
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  return {
    kind: "day",
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

function distinct(found: Found[]): Found[] {
  const seen = new Map(found.map(({ ...date }) => [JSON.stringify({ ...date, clock: 0 }), date]));
  return [...seen.values()];
}

function ordered(pair: Found & { kind: "pair" }, order: DateOrder | null): Day | null {
  const { first, second, year } = pair;
  const chosen = first > 12 || pair.dots ? "dmy" : second > 12 || first === second ? "mdy" : order;
  if (!chosen) return null;
  // German dots with a number over 12 behind can only be the American order after all.
  const dayFirst = chosen === "dmy" && second <= 12;
  return dayFirst ? { year, month: second, day: first } : { year, month: first, day: second };
}

const moments = new Map<string, string | null>();

function instant(day: Day, clock: Clock | undefined, zone: string): string | null {
  const { hour = 12, minute = 0, second = 0, offset } = clock ?? {};
  const where = offset === undefined ? zone : FixedOffsetZone.instance(offset);
  const key = [day.year, day.month, day.day, hour, minute, second, offset ?? zone].join(" ");
  const known = moments.get(key);
  if (known !== undefined) return known;
  const { year, month, day: number } = day;
  const wall = { year, month, day: number, hour, minute, second };
  const moment = DateTime.fromObject(wall, { zone: where });
  const at = moment.isValid ? toStored(moment.toMillis()) : null;
  if (moments.size > 20_000) moments.clear();
  moments.set(key, at);
  return at;
}
