import { AppError } from "../../errors.ts";
import { yieldEvery } from "../../runtime/event-loop.ts";

/** The most events of a file, and the most lines that are read of one component. */
const maxEvents = 500;
const maxLines = 1_000;
/** The longest content line that is read, in characters; the rest of a longer one is left out. */
const maxLine = 32_768;
/** The deepest nesting of components. */
const maxDepth = 20;

/** The content lines of a calendar (RFC 5545): its own, and those of each event and each time zone. */
export type CalendarLines = { own: string[]; events: string[][]; zones: ZoneLines[] };

/** A time zone's own lines, and those of each of its observances. */
export type ZoneLines = { own: string[]; observances: string[][] };

/** What is read of an event and of the calendar itself; attachments and alarms are not. */
const read =
  /^(?:DTSTART|DTEND|DURATION|SUMMARY|LOCATION|DESCRIPTION|URL|CONFERENCE|UID|SEQUENCE|STATUS|ORGANIZER|ATTENDEE|RECURRENCE-ID|METHOD|X-WR-TIMEZONE|X-[A-Z-]*(?:CONFERENCE|MEETING|TEAMS|SKYPE|ZOOM|WEBEX|ALT-DESC)[A-Z-]*)[:;]/i;

/** A calendar as text: UTF-8, or UTF-16 by its mark, or else Windows-1252. */
export function calendarText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Splits calendars into the lines of their components. What is not closed ends with the text. Throws `AppError`. */
export async function calendarLines(text: string): Promise<CalendarLines> {
  const found: CalendarLines = { own: [], events: [], zones: [] };
  const open: string[] = [];
  let isCalendar = false;
  const yieldIfLong = yieldEvery();
  for (const line of unfolded(text)) {
    const pause = yieldIfLong();
    if (pause) await pause;
    const [, edge = "", name = ""] =
      /^(BEGIN|END):([A-Z-]{1,40})\s*$/i.exec(line.slice(0, 64)) ?? [];
    if (edge.toUpperCase() === "BEGIN") {
      const component = name.toUpperCase();
      isCalendar ||= component === "VCALENDAR" || component === "VEVENT";
      if (open.length === maxDepth) throw new AppError(tooDeep, "invalid");
      open.push(component);
      begin(found, open);
    } else if (edge) {
      const at = open.lastIndexOf(name.toUpperCase());
      if (at >= 0) open.length = at;
    } else listFor(found, open, line)?.push(line);
  }
  if (!isCalendar) throw new AppError("This is no calendar file.", "invalid");
  return found;
}

const tooDeep = "This calendar is nested too deeply to read.";
const tooMany = `This calendar has more than ${maxEvents} events. Give the invitation alone.`;

function begin({ events, zones }: CalendarLines, open: readonly string[]): void {
  const component = open.at(-1);
  if (component === "VEVENT") events.push([]);
  if (component === "VTIMEZONE") zones.push({ own: [], observances: [] });
  if (open.at(-2) === "VTIMEZONE") zones.at(-1)?.observances.push([]);
  if (events.length > maxEvents || zones.length > maxEvents) throw new AppError(tooMany, "invalid");
}

/** The list that a line belongs to; undefined for what is not read. */
function listFor(
  found: CalendarLines,
  open: readonly string[],
  line: string,
): string[] | undefined {
  const component = open.at(-1);
  const list =
    open.at(-2) === "VTIMEZONE"
      ? found.zones.at(-1)?.observances.at(-1)
      : component === "VTIMEZONE"
        ? found.zones.at(-1)?.own
        : read.test(line)
          ? component === "VEVENT"
            ? found.events.at(-1)
            : component === "VCALENDAR"
              ? found.own
              : undefined
          : undefined;
  return list && list.length < maxLines ? list : undefined;
}

/** Content lines, with folded ones put together. */
function* unfolded(text: string): Generator<string> {
  let line = "";
  for (let start = 0; start < text.length; ) {
    const [end, next] = lineEnd(text, start);
    const code = text.charCodeAt(start);
    const isFolded = code === 32 || code === 9;
    if (isFolded) {
      if (line.length < maxLine) line += text.slice(start + 1, Math.min(end, start + maxLine));
    } else {
      if (line) yield line;
      line = text.slice(start, Math.min(end, start + maxLine));
    }
    start = next;
  }
  if (line) yield line;
}

/** Where a line ends, and where the next one begins: after CRLF, LF, or CR CRLF as some mailers write it. */
function lineEnd(text: string, start: number): [end: number, next: number] {
  const at = text.indexOf("\n", start);
  if (at < 0) return [text.length, text.length];
  let end = at;
  while (end > start && text.charCodeAt(end - 1) === 13) end -= 1;
  return [end, at + 1];
}
