import { DateTime, IANAZone } from "luxon";

const storedFormat = "yyyy-LL-dd'T'HH:mm:ss.SSS'000Z'";

/** The length of a day of 24 hours, in milliseconds. */
export const dayMs = 86_400_000;

/** This moment in the stored form: UTC with six digits, so that text order is time order. */
export function now(): string {
  return toStored(Date.now());
}

/** Milliseconds since 1970 in the stored form. */
export function toStored(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 23)}000Z`;
}

const dateTimePattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d{0,6})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** Why a text is no moment: not the form, a day or hour that does not exist, or one the zone skips. */
export type DateFault = "format" | "gap" | "range";

/**
 * Reads a date-time as the documented API does (`2024-05-01T10:00[:00[.5]][Z|±HH:MM]`, `T` or blank);
 * without an offset it is a wall time in `zone`. Gives the stored form, or what is wrong.
 */
export function parseInstant(text: string, zone: string): { value: string } | { fault: DateFault } {
  const match = dateTimePattern.exec(text);
  if (!match) return { fault: "format" };
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const micros = (match[7] ?? "").padEnd(6, "0");
  const offset = match[8];
  if (hour === 24 || Number(offset?.slice(1, 3)) > 23) return { fault: "format" };
  const offsetZone =
    offset === undefined ? zone : offset === "Z" ? "utc" : `utc${withColon(offset)}`;
  const moment = DateTime.fromObject(
    { year, month, day, hour, minute, second },
    { zone: offsetZone },
  );
  if (!moment.isValid) return { fault: "format" };
  if (moment.hour !== hour || moment.minute !== minute) return { fault: "gap" };
  // A wall time that an autumn night has twice is its first one.
  const utc = (moment.getPossibleOffsets()[0] ?? moment).toUTC();
  // Leaves room for any zone's offset on either side.
  if (utc.year < 2 || utc.year > 9998) return { fault: "range" };
  return { value: `${utc.toFormat("yyyy-LL-dd'T'HH:mm:ss")}.${micros}Z` };
}

const withColon = (offset: string) =>
  offset.includes(":") || offset.length === 3 ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;

/** A stretch of time with one offset: `from` in the stored form, the offset in seconds east of UTC. */
export type ZoneSpan = { from: string; seconds: number };

const spanCache = new Map<string, ZoneSpan[]>();
const [searchStartMs, searchEndMs] = [Date.UTC(1883, 0), Date.UTC(2051, 0)];
// Shorter than any zone ever kept an offset (a month of Ramadan).
const probeStepMs = 21 * dayMs;

/** Every offset that the zone has had and is known to get, the oldest first. Found once: Intl is slow to ask. */
export function zoneSpans(zone: string): ZoneSpan[] {
  const cached = spanCache.get(zone);
  if (cached) return cached;
  const rules = IANAZone.create(zone);
  const seconds = (millis: number) => Math.round(rules.offset(millis) * 60);
  const match: ZoneSpan[] = [{ from: "", seconds: seconds(searchStartMs) }];
  for (let low = searchStartMs; low < searchEndMs; low += probeStepMs) {
    const before = match.at(-1)?.seconds;
    if (seconds(low + probeStepMs) === before) continue;
    let [start, end] = [low / 1000, (low + probeStepMs) / 1000];
    while (end - start > 1) {
      const middle = Math.floor((start + end) / 2);
      if (seconds(middle * 1000) === before) start = middle;
      else end = middle;
    }
    match.push({ from: toStored(end * 1000), seconds: seconds(end * 1000) });
  }
  spanCache.set(zone, match);
  return match;
}

function offsetSeconds(value: string, zone: string): number {
  const list = zoneSpans(zone);
  let [low, high] = [0, list.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? "") <= value) low = middle;
    else high = middle;
  }
  return list[low]?.seconds ?? 0;
}

/** An offset as ISO 8601 writes it; seconds only where there are some (before standard time). */
function offsetText(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [size / 3600, (size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  const text = parts.map((part) => String(Math.trunc(part)).padStart(2, "0")).join(":");
  return `${seconds < 0 ? "-" : "+"}${text}`;
}

// A list has thousands of instants on a few hundred days, so what a day has in common is kept.
type DayInfo = { minutes: number; dates: [string, string, string]; suffix: string };
const dayCache = new Map<string, Map<string, DayInfo | null>>();
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

/** What the instants of one UTC day share; null where the offset changes on that day or has seconds. */
function dayInfo(date: string, zone: string): DayInfo | null {
  const cached = dayCache.get(zone) ?? new Map<string, DayInfo | null>();
  dayCache.set(zone, cached);
  let day = cached.get(date);
  if (day === undefined) {
    const seconds = offsetSeconds(`${date}T00:00:00.000000Z`, zone);
    const isConstant =
      seconds % 60 === 0 && seconds === offsetSeconds(`${date}T23:59:59.999999Z`, zone);
    const dates: DayInfo["dates"] = [addDays(date, -1), date, addDays(date, 1)];
    day = isConstant ? { minutes: seconds / 60, dates, suffix: offsetText(seconds) } : null;
    if (cached.size > 20_000) cached.clear();
    cached.set(date, day);
  }
  return day;
}

/** A stored instant as the API writes it: in the zone, with its offset, microseconds only where there are some. */
export function formatInstant(value: string, zone: string): string {
  const micros = value.slice(20, 26);
  const fraction = micros === "000000" ? "" : `.${micros}`;
  const day = dayInfo(value.slice(0, 10), zone);
  if (!day) {
    const seconds = offsetSeconds(value, zone);
    const millis = Date.parse(`${value.slice(0, 19)}Z`) + seconds * 1000;
    return `${new Date(millis).toISOString().slice(0, 19)}${fraction}${offsetText(seconds)}`;
  }
  const minutes = Number(value.slice(11, 13)) * 60 + Number(value.slice(14, 16)) + day.minutes;
  const [date, rest] =
    minutes < 0
      ? [day.dates[0], minutes + 1440]
      : minutes < 1440
        ? [day.dates[1], minutes]
        : [day.dates[2], minutes - 1440];
  const wall = `${date}T${twoDigits[Math.trunc(rest / 60)]}:${twoDigits[rest % 60]}${value.slice(16, 19)}`;
  return `${wall}${fraction}${day.suffix}`;
}

/** The calendar day of a stored instant in the zone, `YYYY-MM-DD`. */
export function localDay(value: string, zone: string): string {
  return formatInstant(value, zone).slice(0, 10);
}

/** A stored instant as `<input type="datetime-local">` wants it. */
export function datetimeLocalValue(value: string | null, zone: string): string {
  return value ? formatInstant(value, zone).slice(0, 16) : "";
}

const dayStartCache = new Map<string, string>();
const maxDayStarts = 10_000;

/** The first instant of a calendar day in the zone, in the stored form (days may start after midnight). */
export function dayStart(day: string, zone: string): string {
  const key = `${day} ${zone}`;
  let start = dayStartCache.get(key);
  if (start === undefined) {
    start = DateTime.fromISO(day, { zone }).startOf("day").toUTC().toFormat(storedFormat);
    if (dayStartCache.size >= maxDayStarts) dayStartCache.clear();
    dayStartCache.set(key, start);
  }
  return start;
}

/** A calendar day as a number, counted from 1970-01-01. */
export const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** The day `days` later (or earlier), `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return Number.isNaN(moment.getTime()) ? day : moment.toISOString().slice(0, 10);
}

/** Which day of the week a day is by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Today in the zone, `YYYY-MM-DD`. */
export function today(zone: string): string {
  return localDay(now(), zone);
}
