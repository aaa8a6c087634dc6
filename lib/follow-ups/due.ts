import { DateTime } from "luxon";
import { formatInstant, localDay } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { firstDay, lastDay, requiredMessage } from "../fields.ts";

/** When a follow-up is due: a day in the person's zone, and a moment of it or null. */
export type Due = { due_on: string; due_at: string | null };

/** What a client or a form says of it; what is undefined was not sent. */
type Sent = { due_on?: string; due_at?: string | null };

const otherDay = "This is not the day of due_at in your time zone. Send one of the two.";
const farOff = `Give a moment from ${firstDay} to ${lastDay}.`;

/**
 * The due day and moment after a change; the day of a moment follows from it. A new day alone keeps the time of day.
 * Throws `Invalid` where neither is known, or where they disagree.
 */
export function settleDue(sent: Sent, before: Due | null, zone: string): Due {
  const { due_on, due_at } = sent;
  const isNew = due_at && due_at !== before?.due_at;
  if (isNew) {
    const day = localDay(due_at, zone);
    if (day < firstDay || day > lastDay) throw new Invalid({ due_at: [farOff] });
    if (due_on !== undefined && due_on !== day && due_on !== before?.due_on) {
      throw new Invalid({ due_on: [otherDay] });
    }
    return { due_on: day, due_at };
  }
  const day = due_on ?? before?.due_on;
  if (day === undefined) throw new Invalid({ due_on: [requiredMessage] });
  if (due_at === null || !before?.due_at) return { due_on: day, due_at: null };
  if (day === before.due_on) return { due_on: day, due_at: before.due_at };
  return { due_on: day, due_at: sameTimeOn(day, before.due_at, zone) };
}

/** The moment on another day that has the same time of day; where the clocks skip it, as much later. */
export function sameTimeOn(day: string, moment: string, zone: string): string {
  const clock = formatInstant(moment, zone).slice(11, 19);
  const utc = DateTime.fromISO(`${day}T${clock}`, { zone }).toUTC();
  return `${utc.toFormat("yyyy-LL-dd'T'HH:mm:ss")}.000000Z`;
}
