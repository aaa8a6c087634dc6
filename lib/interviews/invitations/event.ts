import ICAL from "ical.js";
import { toStored } from "../../dates.ts";
import { dayValue } from "../../day-value.ts";
import type { ZoneLines } from "./calendar-lines.ts";
import { linksIn, meetingLink } from "./meeting-link.ts";
import { type CalendarZone, ianaZone, zoneOf } from "./zones.ts";

/** A person of an invitation. */
export type InvitedPerson = { name: string; email: string; role: string };

/** An event of a calendar, with its times as they are stored: an instant, or a day. */
export type InvitedEvent = {
  uid: string;
  /** REQUEST, CANCEL, PUBLISH …; empty where the calendar does not say */
  method: string;
  sequence: number;
  /** whether it was cancelled, by its status or by the method */
  cancelled: boolean;
  summary: string;
  starts_at: string;
  /** of whole days the day after the last one, as calendars have it */
  ends_at: string | null;
  /** null where the zone has rules of its own and no name */
  time_zone: string | null;
  place: string;
  url: string;
  people: InvitedPerson[];
};

export type EventContext = {
  method: string;
  zones: readonly ZoneLines[];
  /** the person's own zone, for times without one */
  zone: string;
};

const maxPeople = 200;
const limits = { uid: 1024, summary: 1024, place: 1024, name: 256, email: 254, url: 2048 } as const;

/** Reads an event's lines; null where it has no start. */
export function readEvent(lines: readonly string[], context: EventContext): InvitedEvent | null {
  const of = (name: string) =>
    lines.filter((line) => startsWith(line, name)).flatMap((line) => textOf(line) ?? []);
  const start = readTime(lines, "DTSTART", context);
  if (!start) return null;
  const place = cut(of("LOCATION")[0] ?? "", limits.place);
  const method = context.method.toUpperCase();
  return {
    uid: cut(of("UID")[0] ?? "", limits.uid),
    method,
    sequence: sequenceOf(of("SEQUENCE")[0]),
    cancelled: method === "CANCEL" || /^cancell?ed$/i.test(of("STATUS")[0] ?? ""),
    summary: cut(of("SUMMARY")[0] ?? "", limits.summary),
    starts_at: start.stored,
    ends_at: endOf(lines, start, context),
    time_zone: start.zone.name,
    place,
    url: cut(urlOf(lines, of, place), limits.url),
    people: peopleOf(lines),
  };
}

const startsWith = (line: string, name: string) => {
  const end = line.charAt(name.length);
  return (end === ":" || end === ";") && line.slice(0, name.length).toUpperCase() === name;
};

const cut = (text: string, max: number) =>
  Array.from(text.trim().slice(0, max * 2))
    .slice(0, max)
    .join("")
    .toWellFormed();

function propertyOf(line: string): ICAL.Property | null {
  try {
    return ICAL.Property.fromString(line);
  } catch {
    return null;
  }
}

function textOf(line: string): string | undefined {
  const value = propertyOf(line)?.getFirstValue();
  const text = value === null || value === undefined ? undefined : String(value);
  // Some writers escape a comma twice.
  return text?.replace(/\\([,;])/g, "$1");
}

function sequenceOf(text = ""): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return value <= 2_147_483_647 ? value : 0;
}

type ReadTime = { stored: string; isDay: boolean; wall: string; zone: CalendarZone };

const timePattern =
  /:\s*(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d{1,6})?(Z)?)?\s*$/i;

/** A start or an end: an instant by its zone, or a day. Null where it is none. */
function readTime(lines: readonly string[], name: string, context: EventContext): ReadTime | null {
  for (const line of lines) {
    if (!startsWith(line, name)) continue;
    const end = line.slice(-40);
    const [, year, month, day, hour, minute, second = "00", utc] = timePattern.exec(end) ?? [];
    if (!year) continue;
    const date = `${year}-${month}-${day}`;
    if (Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || !isDate(date) || Number(year) < 2)
      continue;
    if (hour === undefined) {
      const zone = ianaZone(context.zone);
      return { stored: dayValue(date), isDay: true, wall: `${date}T00:00:00`, zone };
    }
    // A leap second is the last one of its minute.
    const wall = `${date}T${hour}:${minute}:${second === "60" ? "59" : second}`;
    const zone = utc ? ianaZone("UTC") : zoneOfLine(line, wall, context);
    const stored = zone.stored(wall);
    if (stored) return { stored, isDay: false, wall, zone };
  }
  return null;
}

const isDate = (date: string) => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

function zoneOfLine(line: string, wall: string, { zones, zone }: EventContext): CalendarZone {
  const tzid =
    propertyOf(line)?.getFirstParameter("tzid") ??
    /;TZID="?(.{1,200}?)"?:\d{8}T?\d*Z?\s*$/i.exec(line.slice(0, 400))?.[1];
  return (tzid && zoneOf(tzid.replace(/^"|"$/g, ""), zones, wall)) || ianaZone(zone);
}

function endOf(lines: readonly string[], start: ReadTime, context: EventContext): string | null {
  const end = readTime(lines, "DTEND", context) ?? afterDuration(lines, start);
  if (!end || end.isDay !== start.isDay || end.stored < start.stored) return null;
  return end.stored;
}

/** The end by a DURATION: days and weeks by the calendar, hours by the clock. */
function afterDuration(
  lines: readonly string[],
  start: ReadTime,
): Pick<ReadTime, "stored" | "isDay"> | null {
  const line = lines.find((each) => startsWith(each, "DURATION"));
  const duration = line && propertyOf(line)?.getFirstValue();
  if (!(duration instanceof ICAL.Duration) || duration.isNegative) return null;
  const days = duration.weeks * 7 + duration.days;
  const ms = (duration.hours * 3600 + duration.minutes * 60 + duration.seconds) * 1000;
  if (!(days <= 3_660 && ms <= 3_660 * 86_400_000)) return null;
  const wall = new Date(Date.parse(`${start.wall}Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 19);
  if (start.isDay) return ms ? null : { stored: dayValue(wall.slice(0, 10)), isDay: true };
  const stored = start.zone.stored(wall);
  return stored === null
    ? null
    : { stored: toStored(Date.parse(`${stored.slice(0, 23)}Z`) + ms), isDay: false };
}

/** Where the talk takes place online: what the calendar's own properties say, else a known service in the texts. */
function urlOf(lines: readonly string[], of: (name: string) => string[], place: string): string {
  const own = lines
    .filter((line) => /^(?:X-(?!ALT-DESC)|CONFERENCE)/i.test(line))
    .flatMap((line) => textOf(line) ?? []);
  const url = of("URL")[0]?.trim() ?? "";
  const described = [...of("DESCRIPTION"), ...of("X-ALT-DESC")];
  const found =
    meetingLink([...own, place, url, ...described]) ?? own.flatMap(linksIn)[0] ?? linksIn(place)[0];
  return found ?? (/^https?:\/\//i.test(url) ? url : "");
}

const roles: Record<string, string> = {
  CHAIR: "chair",
  "REQ-PARTICIPANT": "required",
  "OPT-PARTICIPANT": "optional",
  "NON-PARTICIPANT": "informed",
};

/** The organizer and those who are invited, each once; rooms and equipment are no people. */
function peopleOf(lines: readonly string[]): InvitedPerson[] {
  const people = new Map<string, InvitedPerson>();
  for (const line of lines) {
    const isOrganizer = startsWith(line, "ORGANIZER");
    if (!isOrganizer && !startsWith(line, "ATTENDEE")) continue;
    const property = propertyOf(line);
    if (!property) continue;
    const param = (name: string) =>
      String(property.getFirstParameter(name) ?? "").replace(/^'|'$/g, "");
    if (/^(?:ROOM|RESOURCE)$/i.test(param("cutype"))) continue;
    const value = String(property.getFirstValue() ?? "").trim();
    const cn = cut(param("cn"), limits.name);
    const given = /^mailto:/i.test(value) ? value : param("email") || (cn.includes("@") ? cn : "");
    const email = cut(given.replace(/^mailto:/i, ""), limits.email);
    const name = cn.toLowerCase() === email.toLowerCase() ? "" : cn;
    const key = email.toLowerCase() || name;
    if (!key || (people.has(key) && !isOrganizer)) continue;
    const role = isOrganizer ? "organizer" : (roles[param("role").toUpperCase()] ?? "required");
    const known = people.get(key);
    people.set(key, { name: name || known?.name || "", email, role });
    if (people.size === maxPeople) break;
  }
  const all = [...people.values()];
  return [
    ...all.filter(({ role }) => role === "organizer"),
    ...all.filter(({ role }) => role !== "organizer"),
  ];
}
