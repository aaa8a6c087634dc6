import { DateTime } from "luxon";
import { dayOfValue, dayValue, isDayValue } from "./day-value.ts";
import { offsetSeconds, offsetText } from "./zone-offsets.ts";

const storedFormat = "yyyy-LL-dd'T'HH:mm:ss.SSS'000Z'";

/** The length of a day of 24 hours, in milliseconds. */
export const dayMs = 86_400_000;

/** This moment in the stored form: UTC with six digits, so that text order is time order. */
export function now(): string {
  return toStored(Date.now());
}

let moments = 0;

/** This moment, told from others of the same millisecond: for a `deleted_at` by which rows are restored together. */
export function uniqueMoment(): string {
  moments = (moments % 999) + 1;
  return `${now().slice(0, 23)}${String(moments).padStart(3, "0")}Z`;
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

const dayPattern = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** The stored form of a day without a time (`2024-05-01`), or what is wrong. */
export function parseDay(text: string): { value: string } | { fault: DateFault } {
  const match = dayPattern.exec(text);
  if (!match) return { fault: "format" };
  const [year, month, day] = match.slice(1).map(Number);
  const date = DateTime.fromObject({ year, month, day }, { zone: "utc" });
  if (!date.isValid) return { fault: "format" };
  if (date.year < 2 || date.year > 9998) return { fault: "range" };
  return { value: dayValue(date.toFormat("yyyy-LL-dd")) };
}

const withColon = (offset: string) =>
  offset.includes(":") || offset.length === 3 ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;

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

/**
 * What is stored as the API writes it: in the zone, with its offset, microseconds only where there are some. A day
 * without a time is noon of that day, in any zone.
 */
export function formatInstant(value: string, zone: string): string {
  if (isDayValue(value)) return `${dayOfValue(value)}T12:00:00${noonOffset(value, zone)}`;
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

/** The offset that the zone has at noon of a day. */
function noonOffset(value: string, zone: string): string {
  const day = dayInfo(dayOfValue(value), zone);
  if (day && Math.abs(day.minutes) < 720) return day.suffix;
  const noon = Date.parse(`${value.slice(0, 19)}Z`);
  const guess = offsetSeconds(toStored(noon), zone);
  return offsetText(offsetSeconds(toStored(noon - guess * 1000), zone));
}

/** A stored day without a time as the instant that the API shows for it; an instant as it is. */
export function toInstant(value: string, zone: string): string {
  if (!isDayValue(value)) return value;
  return toStored(Date.parse(formatInstant(value, zone)));
}

/**
 * What is stored as pages show it: as the API writes it, or without a clock where none was given
 * (`2024-05-01-07:00`, a date of XML Schema).
 */
export function formatMoment(value: string, zone: string): string {
  if (!isDayValue(value)) return formatInstant(value, zone);
  return `${dayOfValue(value)}${noonOffset(value, zone)}`;
}

/** The calendar day of what is stored in the zone, `YYYY-MM-DD`; a day without a time is that day in every zone. */
export function localDay(value: string, zone: string): string {
  return isDayValue(value) ? dayOfValue(value) : formatInstant(value, zone).slice(0, 10);
}

/** What is stored as the inputs `datetime-local` and, where no time was given, `date` want it. */
export function datetimeLocalValue(value: string | null, zone: string): string {
  if (!value) return "";
  return isDayValue(value) ? dayOfValue(value) : formatInstant(value, zone).slice(0, 16);
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

/**
 * Where a local day begins among stored values: its first instant, and the day without a time that is sorted behind
 * it though it is of the day before (east of UTC+12); "" where there is none.
 */
export function dayBoundary(day: string, zone: string): { start: string; late: string } {
  const start = dayStart(day, zone);
  const before = dayValue(addDays(day, -1));
  return { start, late: before > start ? before : "" };
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
