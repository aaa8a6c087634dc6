import { formatWhen } from "@/components/ui/format.ts";
import type { StatusKind } from "@/components/ui/status-mark.tsx";
import type { Comment } from "@/lib/comments/queries.ts";
import { dayNumber, formatMoment, localDay } from "@/lib/dates.ts";
import { isDayValue } from "@/lib/day-value.ts";
import type { EventRow } from "@/lib/events/queries.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { type EventFacts, eventText, hasBegun } from "./event-text.ts";

/** What a timeline is told of the thing it is about. */
export type TimelineFacts = EventFacts & {
  appliedAt?: string | null;
};

/** When an entry happened: with the reader's offset, and in words. */
export type EntryTime = { iso: string; words: string };

type TimelineEntry = {
  key: string;
  /** the stored form; null for a comment without a moment, which comes last */
  at: string | null;
  time?: EntryTime;
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
  const parts = partsOfInterviews(events, facts);
  const isPart = (event: EventRow) => [...parts.values()].flat().includes(event);
  const told = events
    .filter((event) => isTold(event, events, facts.zone) && !isPart(event))
    .map((event) => eventEntry(event, parts.get(event) ?? [], facts));
  const said = comments.map((comment, place) => commentEntry(comment, place, facts));
  return [...told, ...said].sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""));
}

// Events that repeat another event or a comment are left out; the log keeps them.
function isTold(event: EventRow, all: EventRow[], zone: string): boolean {
  const { kind, occurred_at } = event;
  const dated = (other: EventRow) => other.kind === "applied" || other.kind === "rejected";
  switch (kind) {
    case "status":
      return !all.some((other) => dated(other) && other.occurred_at === occurred_at);
    case "applied":
    case "rejected":
      return !all.some((other) => other.kind === kind && other.id > event.id);
    case "created":
      return !all.some(
        ({ kind, occurred_at: at }) =>
          kind === "applied" &&
          (isDayValue(at)
            ? localDay(at, zone) === localDay(occurred_at, zone)
            : near(at, occurred_at)),
      );
    case "comment":
    case "deleted":
    case "restored":
      return false;
    default:
      return true;
  }
}

const near = (a: string, b: string, withinMs = 60_000) =>
  Math.abs(millis(a) - millis(b)) < withinMs;
const millis = (stored: string) => Date.parse(`${stored.slice(0, 23)}Z`);

/** The stage and the status that came with an interview, by that interview: the three are one entry. */
function partsOfInterviews(events: EventRow[], facts: TimelineFacts): Map<EventRow, EventRow[]> {
  const parts = new Map<EventRow, EventRow[]>();
  const taken = new Set<EventRow>();
  for (const interview of events.filter(({ kind }) => kind === "interview")) {
    const partOf = (kind: EventRow["kind"]) =>
      events.find(
        (event) =>
          event.kind === kind &&
          !taken.has(event) &&
          (kind !== "status" || facts.statusWords(event.to_value ?? "").kind === "engaged") &&
          (near(event.occurred_at, interview.occurred_at) ||
            near(event.recorded_at, interview.recorded_at, 2_000)),
      );
    const found = [partOf("stage"), partOf("status")].filter((event) => event !== undefined);
    for (const event of found) taken.add(event);
    parts.set(interview, found);
  }
  return parts;
}

function eventEntry(event: EventRow, parts: EventRow[], facts: TimelineFacts): TimelineEntry {
  const { title, note, kind } = eventText(event, parts, facts);
  const { zone, appliedAt } = facts;
  const days = appliedAt ? daysBetween(appliedAt, event.occurred_at, zone) : 0;
  // When a posting was written down says nothing about the answer.
  const answers = !["applied", "created", "imported", "checked"].includes(event.kind);
  const counts = answers && hasBegun(event.occurred_at, facts) && days > 0;
  return {
    key: `event-${event.id}`,
    at: event.occurred_at,
    time: entryTime(event.occurred_at, facts),
    title,
    kind,
    of: event.id,
    notes: [...(counts ? [`${countDays(days)} after applying`] : []), ...(note ? [note] : [])],
  };
}

function commentEntry(comment: Comment, place: number, facts: TimelineFacts): TimelineEntry {
  const { comment_type, commented_at } = comment;
  return {
    key: `comment-${place}`,
    at: commented_at,
    ...(commented_at && { time: entryTime(commented_at, facts) }),
    title: valueWords(comment_type) || "Comment",
    notes: [],
    of: comment,
  };
}

function entryTime(at: string, { zone, now }: TimelineFacts): EntryTime {
  const iso = formatMoment(at, zone);
  return { iso, words: formatWhen(iso, millis(now)) };
}

const countDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** "12 days": from the first moment to now, or to the last moment of what is over. */
export function spanWords(entries: TimelineEntry[], over: boolean, facts: TimelineFacts) {
  const moments = entries.flatMap(({ at }) => (at && hasBegun(at, facts) ? [at] : []));
  const [last, first] = [moments[0], moments.at(-1)];
  if (!last || !first) return undefined;
  const days = daysBetween(first, over ? last : facts.now, facts.zone);
  if (days > 0) return countDays(days);
  return daysBetween(last, facts.now, facts.zone) === 0 ? "today" : undefined;
}
