import { DateTime } from "luxon";
import { formatInstant, localDay, parseInstant } from "../dates.ts";
import { isDayValue } from "../day-value.ts";
import { usualMinutes } from "../events/interviewed-at.ts";

const minuteMs = 60_000;

const millis = (stored: string) => Date.parse(`${stored.slice(0, 23)}Z`);

/** A stored instant so many milliseconds later; its microseconds stay. */
const later = (stored: string, ms: number) =>
  `${new Date(millis(stored) + ms).toISOString().slice(0, 23)}${stored.slice(23)}`;

/** The usual end of an interview; a day without a time has none. */
export const usualEnd = (starts_at: string): string | null =>
  isDayValue(starts_at) ? null : later(starts_at, usualMinutes * minuteMs);

type Span = { starts_at: string; ends_at: string | null };

/** The end of an interview that was moved to another start: it stays as long as it was. */
export function movedEnd({ starts_at, ends_at }: Span, start: string): string | null {
  if (isDayValue(start)) return null;
  if (ends_at === null || isDayValue(starts_at)) return usualEnd(start);
  return later(start, Math.max(0, millis(ends_at) - millis(starts_at)));
}

/**
 * The end of an interview as its form gives it, from the wall times of its start and its end: after midnight where it
 * is earlier. Null where one of them is missing or skipped by the zone.
 */
export function endOfClock(starts_at: string, clock: string, zone: string): string | null {
  if (isDayValue(starts_at) || !/^\d\d:\d\d$/.test(clock)) return null;
  const day = formatInstant(starts_at, zone).slice(0, 10);
  const end = parseInstant(`${day}T${clock}`, zone);
  return "value" in end ? end.value : null;
}

/** Whether it is past or of today, by the stored start; a day without a time is stored as its noon. */
export const hasBegun = (starts_at: string, zone: string, moment: string): boolean =>
  isDayValue(starts_at) ? localDay(starts_at, zone) <= localDay(moment, zone) : starts_at <= moment;

/** A time zone in words: "Berlin time", "UTC". */
export function zoneWords(zone: string): string {
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return zone.includes("/") && !zone.startsWith("Etc/") ? `${city} time` : city;
}

/** The short name that a zone has at a moment: "CET", "GMT+7". */
export const zoneAbbreviation = (stored: string, zone: string): string =>
  DateTime.fromISO(`${stored.slice(0, 19)}Z`, { zone }).toFormat("ZZZZ", { locale: "en-GB" });
