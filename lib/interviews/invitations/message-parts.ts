import { AppError } from "../../errors.ts";
import { yieldEvery } from "../../runtime/event-loop.ts";

/** The longest calendar in a message, and the longest headers of one of its parts, in bytes. */
const maxPartBytes = 262_144;
const maxHeaderBytes = 65_536;
/** The most calendars of a message, and the most boundaries. */
const maxCalendars = 10;
const maxBoundaries = 100;

const [lf, cr, dash] = [10, 13, 45];

/** A part of a message that is read: from its headers on. */
type Part = { start: number; end: number };

/**
 * Cuts the calendars out of a message (RFC 2045), each with its headers, and leaves all else where it is: a reader of
 * whole messages would hold the event loop for seconds over a large one. Throws `AppError`.
 */
export async function calendarParts(message: Uint8Array): Promise<Uint8Array[]> {
  const text = Buffer.from(message.buffer, message.byteOffset, message.length);
  const boundaries = new Set<string>();
  const parts: Part[] = [];
  let [open, headersAt, isHeader]: [Part | undefined, number, boolean] = [undefined, 0, true];
  const yieldIfLong = yieldEvery();
  const close = (end: number) => {
    if (open) open.end = end;
    open = undefined;
  };
  for (let at = 0; at < text.length; ) {
    const pause = yieldIfLong();
    if (pause) await pause;
    const lineEnd = text.indexOf(lf, at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    if (isHeader) {
      if (isBlank(text, at, next)) {
        isHeader = false;
        const headers = text.toString(
          "latin1",
          headersAt,
          Math.min(at, headersAt + maxHeaderBytes),
        );
        const kind = kindOf(headers);
        if (kind.boundary && boundaries.size < maxBoundaries) boundaries.add(kind.boundary);
        if (kind.isMessage) [headersAt, isHeader] = [next, true];
        if (kind.isCalendar) {
          open = { start: headersAt, end: text.length };
          parts.push(open);
        }
      }
    } else if (
      text[at] === dash &&
      text[at + 1] === dash &&
      isBoundary(text, at, next, boundaries)
    ) {
      close(at);
      [headersAt, isHeader] = [next, true];
    }
    at = next;
  }
  if (parts.length > maxCalendars)
    throw new AppError("This message has too many invitations to read.", "invalid");
  if (parts.some(({ start, end }) => end - start > maxPartBytes)) {
    throw new AppError("The calendar in this message is too large to read.", "invalid");
  }
  return parts.map(({ start, end }) => message.subarray(start, end));
}

const isBlank = (text: Buffer, at: number, next: number) =>
  text[at] === lf || (text[at] === cr && next - at === 2);

function isBoundary(text: Buffer, at: number, next: number, boundaries: Set<string>): boolean {
  if (next - at > 210) return false;
  const name = text.toString("latin1", at + 2, next).trimEnd();
  return boundaries.has(name) || (name.endsWith("--") && boundaries.has(name.slice(0, -2)));
}

/** What the headers of a part say of it: whether it is a calendar or a message, and the boundary of its parts. */
function kindOf(headers: string): { isCalendar: boolean; isMessage: boolean; boundary?: string } {
  const unfolded = headers.replace(/\r?\n[ \t]/g, " ");
  const header = (name: string) => {
    const at = `\n${unfolded}`.toLowerCase().indexOf(`\n${name}:`);
    return at < 0
      ? ""
      : (unfolded.slice(at + name.length + 1).split("\n", 1)[0] ?? "").slice(0, 2_000);
  };
  const type = header("content-type");
  const isFile = /name\*?=[^;]{0,300}\.ics\b/i.test(`${type};${header("content-disposition")}`);
  const boundary = /boundary\s{0,5}=\s{0,5}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  return {
    isCalendar: isFile || /^\s*(?:text\/calendar|application\/(?:ics|calendar))\b/i.test(type),
    isMessage: /^\s*message\/rfc822\b/i.test(type),
    ...(boundary ? { boundary: (boundary[1] ?? boundary[2] ?? "").trimEnd() } : {}),
  };
}
