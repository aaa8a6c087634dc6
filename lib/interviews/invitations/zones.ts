import { DateTime } from "luxon";
import { findIana } from "windows-iana";
import { parseInstant, toStored } from "../../dates.ts";
import { canonicalTimeZone } from "../../env.ts";
import { timeZones } from "../../time-zones.ts";
import type { ZoneLines } from "./calendar-lines.ts";
import { offsetByRules } from "./zone-rules.ts";

/** A time zone of a calendar: its IANA name where one is known, and how it reads wall times. */
export type CalendarZone = {
  name: string | null;
  /** the stored form of `2026-03-29T02:30:00`; null where there is no such day or hour */
  stored: (wall: string) => string | null;
};

const maxName = 200;

/** A zone of IANA's. A wall time that a spring night skips is read with the offset before it, as RFC 5545 says. */
export const ianaZone = (name: string): CalendarZone => ({
  name,
  stored: (wall) => {
    const read = parseInstant(wall, name);
    if ("value" in read) return read.value;
    if (read.fault !== "gap") return null;
    const moved = DateTime.fromISO(wall, { zone: name });
    return moved.isValid ? toStored(moved.toMillis()) : null;
  },
});

/**
 * The zone of a TZID: by its IANA name, by the name that Windows or Outlook gives it, by a VTIMEZONE's rules, by an
 * offset or a city in its name. Undefined where nothing tells.
 */
export function zoneOf(
  tzid: string,
  zones: readonly ZoneLines[],
  at: string,
): CalendarZone | undefined {
  const id = tzid.trim().slice(0, maxName);
  const rules = zones.find((zone) => fieldOf(zone, "TZID") === id);
  const named = ianaName(id) ?? (rules && ianaName(fieldOf(rules, "X-LIC-LOCATION") ?? ""));
  if (named) return ianaZone(named);
  if (rules) {
    const offset = offsetByRules(rules, at);
    if (offset !== null) return zoneByRules(rules, at, [cityName(id), standardName(id)]);
  }
  const guessed = standardName(id) ?? cityName(id) ?? offsetName(id);
  return guessed ? ianaZone(guessed) : undefined;
}

function fieldOf({ own }: ZoneLines, name: string): string | undefined {
  const line = own.find((each) => each.slice(0, name.length + 1).toUpperCase() === `${name}:`);
  return line
    ?.slice(name.length + 1)
    .slice(0, maxName)
    .replace(/\\([,;\\])/g, "$1")
    .replace(/^"|"$/g, "")
    .trim();
}

/** IANA's name in a TZID: itself, behind a vendor's prefix, or what Windows calls it. */
function ianaName(id: string): string | undefined {
  const parts = id.split("/").filter(Boolean);
  for (const count of [parts.length, 3, 2]) {
    const name = parts.slice(-count).join("/");
    if (count <= parts.length && isZone(name)) return name;
  }
  if (/^tzone:\/\/microsoft\/utc$/i.test(id)) return "UTC";
  return windowsName(id);
}

// "EST" and its like are in IANA's list too, without daylight saving: their rules are in the calendar.
const isZone = (name: string) =>
  (name.includes("/") || /^(?:UTC|GMT|Z)$/i.test(name)) && canonicalTimeZone(name) !== null;

const windowsName = (name: string): string | undefined =>
  findIana(name as never, "001" as never)[0] ?? findIana(name as never)[0];

/** "(UTC-05:00) Eastern Time (US & Canada)" is called "Eastern Standard Time" by Windows. */
function standardName(id: string): string | undefined {
  const words = id.replace(/^\([^)]{1,20}\)\s*/, "");
  const [, region] = /^([A-Z][A-Za-z. ]{2,40}?) Time\b/.exec(words) ?? [];
  return region ? windowsName(`${region} Standard Time`) : undefined;
}

let cities: Map<string, string> | undefined;

/** The zone of the first city that a name lists: "(UTC+07:00) Bangkok, Hanoi, Jakarta". */
function cityName(id: string): string | undefined {
  cities ??= new Map(
    timeZones().map(({ value }) => [
      (value.split("/").at(-1) ?? "").replaceAll("_", " ").toLowerCase(),
      value,
    ]),
  );
  for (const word of id.split(/[,;()/]/)) {
    const found = cities.get(word.trim().toLowerCase());
    if (found) return found;
  }
  return undefined;
}

/** "UTC+11" or "(UTC-03:00)": a zone of that offset, where it is whole hours. */
function offsetName(id: string): string | undefined {
  const [, sign, hours, minutes = "00"] =
    /^\(?(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d\d))?\)?/i.exec(id) ?? [];
  if (!sign || minutes !== "00" || Number(hours) > 14) return undefined;
  return Number(hours) === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
}

/** Zones that people live in, of each kind of rule, the most populous first. */
const usual = [
  "Europe/Berlin",
  "Europe/London",
  "Europe/Athens",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Phoenix",
  "America/Sao_Paulo",
  "America/Halifax",
  "America/Bogota",
  "Asia/Kolkata",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Asia/Bangkok",
  "Asia/Dubai",
  "Europe/Moscow",
  "Asia/Jerusalem",
  "Australia/Sydney",
  "Australia/Brisbane",
  "Pacific/Auckland",
  "Africa/Lagos",
  "Asia/Karachi",
  "Asia/Dhaka",
];

/** A zone by its rules alone, under the name of one that keeps the same offsets all through the event's year. */
function zoneByRules(rules: ZoneLines, at: string, hints: (string | undefined)[]): CalendarZone {
  const year = at.slice(0, 4);
  const walls = [
    at,
    ...Array.from(
      { length: 12 },
      (_, month) => `${year}-${String(month + 1).padStart(2, "0")}-15T12:00:00`,
    ),
  ];
  const fits = (name: string) =>
    walls.every((wall) => offsetByRules(rules, wall) === offsetOf(name, wall));
  const name = [...hints.filter((hint) => hint !== undefined), ...usual].find(fits);
  if (name) return ianaZone(name);
  return {
    name: null,
    stored: (wall) => {
      const offset = offsetByRules(rules, wall);
      const utc = Date.parse(`${wall}Z`);
      return offset === null || Number.isNaN(utc) ? null : toStored(utc - offset * 1000);
    },
  };
}

const offsetOf = (name: string, wall: string) =>
  Math.round(DateTime.fromISO(wall, { zone: name }).offset * 60);
