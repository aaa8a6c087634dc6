import PostalMime from "postal-mime";
import { AppError } from "../../errors.ts";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { calendarLines, calendarText } from "./calendar-lines.ts";
import { type InvitedEvent, readEvent } from "./event.ts";
import { calendarParts } from "./message-parts.ts";

/** The types of files that invitations come in. */
export const invitationTypes = ["text/calendar", "message/rfc822"] as const;

export type InvitationType = (typeof invitationTypes)[number];

/** The largest invitation, in bytes. */
export const maxInvitationBytes = 5 * 1_048_576;

/**
 * Reads the events of a calendar, or of the calendars in a message; `zone` is for times without a zone. A repeated
 * event is read as its first time. Throws `AppError` where there is nothing to read.
 */
export async function readInvitation(
  type: InvitationType,
  bytes: Uint8Array,
  zone: string,
): Promise<InvitedEvent[]> {
  if (type === "text/calendar") return readCalendar(calendarText(bytes), zone);
  const parts = await calendarParts(bytes);
  if (parts.length === 0) throw new AppError("There is no invitation in this message.", "invalid");
  const found = new Map<string, InvitedEvent>();
  for (const part of parts) {
    for (const text of await textsOf(part)) {
      for (const event of await readCalendar(text, zone)) {
        // The same invitation often comes twice: as an alternative text, and as a file.
        const key = JSON.stringify([event.uid, event.sequence, event.starts_at, event.ends_at]);
        const known = found.get(key);
        found.set(key, known?.method ? known : event);
      }
    }
  }
  return [...found.values()];
}

/** The calendars of one part of a message, decoded. */
async function textsOf(part: Uint8Array): Promise<string[]> {
  try {
    const { attachments, text } = await PostalMime.parse(part);
    const files = attachments.map(({ content }) =>
      typeof content === "string" ? content : calendarText(new Uint8Array(content)),
    );
    return [...files, ...(text ? [text] : [])].filter((each) => /BEGIN:VCALENDAR/i.test(each));
  } catch {
    return [];
  }
}

async function readCalendar(text: string, zone: string): Promise<InvitedEvent[]> {
  const { own, events, zones } = await calendarLines(text);
  const method =
    own
      .find((line) => /^METHOD:/i.test(line))
      ?.slice(7)
      .trim()
      .slice(0, 32) ?? "";
  const found: InvitedEvent[] = [];
  const yieldIfLong = yieldEvery();
  for (const lines of events) {
    const event = readEvent(lines, { method, zones, zone });
    if (event) found.push(event);
    const pause = yieldIfLong();
    if (pause) await pause;
  }
  const isInvitation = !/^(?:COUNTER|REPLY|REFRESH|DECLINECOUNTER)$/i.test(method);
  if (found.length === 0 && events.length > 0 && isInvitation) {
    throw new AppError("The event in this calendar has no start that can be read.", "invalid");
  }
  return found;
}
