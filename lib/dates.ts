import { DateTime, IANAZone } from "luxon";

const stored = "yyyy-LL-dd'T'HH:mm:ss.SSS'000Z'";

/** This moment in the stored form: UTC with six digits, so that text order is time order. */
export function now(): string {
  return toStored(Date.now());
}

/** Milliseconds since 1970 in the stored form. */
export function toStored(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 23)}000Z`;
}

const shape =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d*)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Why a text is no moment: not the form, a day or hour that does not exist, or one the zone skips. */
export type DateFault = "format" | "gap" | "range";

/**
 * Reads a date-time as the documented API does (`2024-05-01T10:00[:00[.5]][Z|±HH:MM]`, `T` or blank);
 * without an offset it is a wall time in `zone`. Gives the stored form, or what is wrong.
 */
export function parseInstant(text: string, zone: string): { value: string } | { fault: DateFault } {
  const found = shape.exec(text.trim());
  if (!found) return { fault: "format" };
  const [year, month, day, hour, minute, second] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const micros = (found[7] ?? "").padEnd(6, "0");
  const offset = found[8]?.toUpperCase();
  const where = offset === undefined ? zone : offset === "Z" ? "utc" : `utc${withColon(offset)}`;
  const moment = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: where });
  if (!moment.isValid) return { fault: "format" };
  if (moment.hour !== hour || moment.minute !== minute) return { fault: "gap" };
  const utc = moment.toUTC();
  if (utc.year < 1 || utc.year > 9999) return { fault: "range" };
  return { value: `${utc.toFormat("yyyy-LL-dd'T'HH:mm:ss")}.${micros}Z` };
}

const withColon = (offset: string) =>
  offset.includes(":") || offset.length === 3 ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;

// Offsets change on quarter-hours at the earliest, and Intl is too slow to ask for every cell of a list.
const quarter = 900_000;
const offsets = new Map<string, number>();

function offsetMinutes(millis: number, zone: string): number {
  const key = `${zone} ${Math.floor(millis / quarter)}`;
  let minutes = offsets.get(key);
  if (minutes === undefined) {
    minutes = IANAZone.create(zone).offset(millis);
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(key, minutes);
  }
  return minutes;
}

/** A stored instant as the API writes it: in the zone, with its offset, microseconds only where there are some. */
export function formatInstant(value: string, zone: string): string {
  const millis = Date.parse(`${value.slice(0, 23)}Z`);
  const offset = offsetMinutes(millis, zone);
  const wall = new Date(millis + offset * 60_000).toISOString().slice(0, 19);
  const micros = value.slice(20, 26);
  const sign = offset < 0 ? "-" : "+";
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const pad = (n: number) => String(Math.trunc(n)).padStart(2, "0");
  return `${wall}${micros === "000000" ? "" : `.${micros}`}${sign}${pad(hours)}:${pad(minutes)}`;
}

/** The calendar day of a stored instant in the zone, `YYYY-MM-DD`. */
export function localDay(value: string, zone: string): string {
  return formatInstant(value, zone).slice(0, 10);
}

/** A stored instant as `<input type="datetime-local">` wants it. */
export function localInput(value: string | null, zone: string): string {
  return value ? formatInstant(value, zone).slice(0, 16) : "";
}

/** The first instant of a calendar day in the zone, in the stored form (days may start after midnight). */
export function dayStart(day: string, zone: string): string {
  return DateTime.fromISO(day, { zone }).startOf("day").toUTC().toFormat(stored);
}

/** The day `days` later (or earlier), `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toISODate() ?? day;
}

/** Today in the zone, `YYYY-MM-DD`. */
export function today(zone: string): string {
  return DateTime.now().setZone(zone).toISODate() ?? now().slice(0, 10);
}
