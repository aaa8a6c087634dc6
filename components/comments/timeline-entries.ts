import { formatDate } from "@/components/ui/format.ts";
import type { StatusKind } from "@/components/ui/status-mark.tsx";
import type { Comment } from "@/lib/comments/queries.ts";
import { dayNumber, formatInstant, localDay } from "@/lib/dates.ts";
import type { EventRow } from "@/lib/events/queries.ts";

/** What a timeline is told of the thing it is about. */
export type TimelineFacts = {
  zone: string;
  /** this moment, in the stored form */
  now: string;
  statusWords: (status: string) => { kind: StatusKind; label: string };
  /** how it came: "Through LinkedIn Easy Apply · 25 minutes" */
  appliedNote?: string;
  appliedAt?: string | null;
};

type TimelineEntry = {
  key: string;
  /** the stored form; null for a comment without a moment, which comes last */
  at: string | null;
  title: string;
  notes: string[];
  kind?: StatusKind;
  /** the comment that it shows, or the id of the event whose moment may be corrected */
  of: Comment | number;
};

/** Whole days from one stored moment to a later one, as the person's calendar counts them. */
const daysBetween = (from: string, to: string, zone: string) =>
  dayNumber(localDay(to, zone)) - dayNumber(localDay(from, zone));

/** The timeline: events and comments, newest first. */
export function timelineEntries(
  events: EventRow[],
  comments: Comment[],
  facts: TimelineFacts,
): TimelineEntry[] {
  const told = events.filter((event) => isTold(event, events)).map((e) => eventEntry(e, facts));
  const said = comments.map((comment, place) => commentEntry(comment, place, facts));
  return [...told, ...said].sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""));
}

// Events that repeat another event or a comment are left out; the log keeps them.
function isTold(event: EventRow, all: EventRow[]): boolean {
  const { kind, occurred_at } = event;
  const dated = (other: EventRow) => other.kind === "applied" || other.kind === "rejected";
  switch (kind) {
    case "status":
      return !all.some((other) => dated(other) && other.occurred_at === occurred_at);
    case "applied":
    case "rejected":
      return !all.some((other) => other.kind === kind && other.id > event.id);
    case "created":
      return !all.some((other) => other.kind === "applied" && near(other.occurred_at, occurred_at));
    case "comment":
    case "deleted":
    case "restored":
      return false;
    default:
      return true;
  }
}

const near = (a: string, b: string) => Math.abs(millis(a) - millis(b)) < 60_000;
const millis = (stored: string) => Date.parse(`${stored.slice(0, 23)}Z`);

function eventEntry(event: EventRow, facts: TimelineFacts): TimelineEntry {
  const { title, note, kind } = eventText(event, facts);
  const { zone, appliedAt, now } = facts;
  const days = appliedAt ? daysBetween(appliedAt, event.occurred_at, zone) : 0;
  const counts = event.kind !== "applied" && event.occurred_at <= now && days > 0;
  return {
    key: `event-${event.id}`,
    at: event.occurred_at,
    title,
    kind,
    of: event.id,
    notes: [
      whenWords(event.occurred_at, zone),
      ...(counts ? [`${countDays(days)} after applying`] : []),
      ...(note ? [note] : []),
    ],
  };
}

type EventText = { title: string; note?: string; kind?: StatusKind };

function eventText(event: EventRow, facts: TimelineFacts): EventText {
  const { kind, from_value, to_value, via } = event;
  const status = facts.statusWords;
  switch (kind) {
    case "status": {
      const { kind: mark, label } = status(to_value ?? "");
      const before = from_value ? `before: ${status(from_value).label}` : undefined;
      return { title: label, kind: mark, note: before };
    }
    case "applied":
      return { title: "Applied", note: facts.appliedNote };
    case "rejected":
      return { title: "Rejected", kind: "rejected" };
    case "interview":
      return event.occurred_at > facts.now
        ? { title: "Interview booked", kind: "engaged" }
        : { title: "Interview", kind: "engaged" };
    case "stage":
      return to_value
        ? { title: `Reached: ${to_value}`, kind: "engaged" }
        : { title: "Stage cleared" };
    case "created":
      return { title: createdWords(to_value ?? "", via, facts) };
    case "imported":
      return { title: "Came with an import", note: to_value ?? undefined };
    case "turned":
      return from_value
        ? { title: "Came from an opportunity", note: from_value }
        : { title: "Turned into a posting", note: to_value ?? undefined };
    default:
      return { title: "Edited" };
  }
}

function createdWords(status: string, via: EventRow["via"], facts: TimelineFacts): string {
  if (facts.statusWords(status).kind === "saved") return "Saved";
  return via === "api" ? "Added over the API" : "Added here";
}

function commentEntry(comment: Comment, place: number, { zone }: TimelineFacts): TimelineEntry {
  const { comment_type, commented_at } = comment;
  return {
    key: `comment-${place}`,
    at: commented_at,
    title: comment_type || "Comment",
    notes: commented_at ? [whenWords(commented_at, zone)] : [],
    of: comment,
  };
}

/** "12 Nov 2026, 09:12"; the time is left out where none was given. */
function whenWords(at: string, zone: string): string {
  const iso = formatInstant(at, zone);
  const clock = iso.slice(11, 16);
  return clock === "00:00" ? formatDate(iso) : `${formatDate(iso)}, ${clock}`;
}

const countDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** "12 days": from the first moment to now, or to the last moment of what is over. */
export function spanWords(entries: TimelineEntry[], over: boolean, facts: TimelineFacts) {
  const moments = entries.flatMap(({ at }) => (at && at <= facts.now ? [at] : []));
  const [last, first] = [moments[0], moments.at(-1)];
  if (!last || !first) return undefined;
  const days = daysBetween(first, over ? last : facts.now, facts.zone);
  return days > 0 ? countDays(days) : "today";
}
