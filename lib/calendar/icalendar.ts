import "server-only";
import ical, {
  foldLines,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { DateTime } from "luxon";
import { addDays } from "../dates.ts";
import { derivedKey } from "../env.ts";
import { valueWords } from "../records/value-words.ts";
import { yieldEvery } from "../runtime/event-loop.ts";
import type { CalendarEntry } from "./entries.ts";
import { vtimezone } from "./vtimezone.ts";

/** How often calendar programs should read a feed, in seconds. */
const refreshSeconds = 3_600;

type Calendar = {
  name: string;
  /** the person's own zone */
  zone: string;
  alarm_minutes: number | null;
  /** the address of this Foothold, for links */
  address: string;
};

const end = "END:VCALENDAR";

/**
 * Entries as iCalendar (RFC 5545, with RFC 7986's NAME and REFRESH-INTERVAL). They are written one by one, and others
 * have their turn in between: two thousand take half a second.
 */
export async function iCalendar(
  entries: readonly CalendarEntry[],
  calendar: Calendar,
): Promise<string> {
  const made = ical({
    name: calendar.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Foothold", product: "Foothold", language: "EN" },
    ttl: refreshSeconds,
  });
  const parts = [made.toString().slice(0, -end.length), zonesOf(entries, calendar.zone)];
  const instance = derivedKey("calendar uids").toString("hex").slice(0, 12);
  const nextTurn = yieldEvery();
  for (const entry of entries) {
    parts.push(foldLines(made.createEvent(eventOf(entry, calendar, instance)).toString()));
    await nextTurn();
  }
  return `${parts.join("")}${end}\r\n`;
}

/** A VTIMEZONE for each zone that the entries are in, from the first of them to the last. */
function zonesOf(entries: readonly CalendarEntry[], own: string): string {
  const timed = entries.filter(({ starts_at }) => starts_at.endsWith("Z"));
  const [first, last] = [timed[0]?.starts_at, timed.at(-1)?.ends_at ?? timed.at(-1)?.starts_at];
  if (!first || !last) return "";
  const zones = new Set(timed.map(({ time_zone }) => time_zone ?? own));
  return [...zones].map((zone) => `${vtimezone(zone, first, last)}\r\n`).join("");
}

function eventOf(entry: CalendarEntry, calendar: Calendar, instance: string): ICalEventData {
  const { kind, id, title, place, url, path, created_at, changed_at } = entry;
  const link = path ? calendar.address + path : "";
  const hasAlarm = kind === "interview" && calendar.alarm_minutes !== null && !entry.is_cancelled;
  return {
    // Stable, and not another Foothold's.
    id: `${kind}-${id}-${instance}@foothold`,
    sequence: secondsBetween(created_at, changed_at),
    summary: summaryOf(entry),
    description: [title, url, link].filter(Boolean).join("\n"),
    location: place || url || null,
    url: link || null,
    status: entry.is_cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency:
      kind === "interview" ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    created: new Date(created_at),
    lastModified: new Date(changed_at),
    stamp: new Date(changed_at),
    ...times(entry, calendar.zone),
    alarms: hasAlarm ? [{ triggerBefore: (calendar.alarm_minutes ?? 0) * 60 }] : [],
  } as ICalEventData;
}

function summaryOf({ kind, what, company, title }: CalendarEntry): string {
  const words = kind === "interview" ? valueWords(what) || "Interview" : what;
  return [words, company || title].filter(Boolean).join(" · ");
}

/** When it is: in its own zone, or as whole days. */
function times({ starts_at, ends_at, time_zone }: CalendarEntry, own: string) {
  if (!starts_at.endsWith("Z")) {
    const day = starts_at.slice(0, 10);
    return { start: date(day), end: date(addDays(day, 1)), allDay: true };
  }
  const timezone = time_zone ?? own;
  const inZone = (stored: string) => DateTime.fromISO(stored, { zone: timezone });
  return { start: inZone(starts_at), end: inZone(ends_at ?? starts_at), timezone };
}

const date = (day: string) => DateTime.fromISO(day, { zone: "utc" });

const secondsBetween = (from: string, to: string) =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1_000));
