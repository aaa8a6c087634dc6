import type { StatusKind } from "@/components/ui/status-mark.tsx";
import { closedWords, openAgainWords } from "@/lib/capture/snapshots/values.ts";
import { localDay } from "@/lib/dates.ts";
import { isDayValue } from "@/lib/day-value.ts";
import type { EventRow } from "@/lib/events/queries.ts";
import { cancelledOutcome } from "@/lib/interviews/values.ts";
import { valueWords } from "@/lib/records/value-words.ts";

/** What the words of an event depend on. */
export type EventFacts = {
  /** this moment, in the stored form */
  now: string;
  zone: string;
  statusWords: (status: string) => { kind: StatusKind; label: string; hue?: StatusKind };
  /** what a stage is called; by default as anybody would */
  stageWords?: (stage: string) => string;
  /** how it was sent: "through LinkedIn Easy Apply · 25 minutes" */
  appliedNote?: string;
};

type EventText = { title: string; note?: string; kind?: StatusKind };

/** Whether it is past or of today; a day without a time is stored as its noon. */
export const hasBegun = (at: string, { now, zone }: Pick<EventFacts, "now" | "zone">) =>
  isDayValue(at) ? localDay(at, zone) <= localDay(now, zone) : at <= now;

/** An event in words; `parts` are the stage and the status that came with an interview. */
export function eventText(event: EventRow, parts: EventRow[], facts: EventFacts): EventText {
  const { kind, from_value, to_value } = event;
  const status = facts.statusWords;
  switch (kind) {
    case "status": {
      const { kind: its, label, hue: mark = its } = status(to_value ?? "");
      const before = from_value ? `before: ${status(from_value).label}` : undefined;
      return { title: label, kind: mark, note: before };
    }
    case "applied":
      return { title: "Applied", note: facts.appliedNote };
    case "rejected":
      return { title: "Rejected", kind: "rejected" };
    case "interview":
      return interviewText(event, parts, facts);
    case "stage":
      return to_value
        ? {
            title: `Reached ${inSentence((facts.stageWords ?? valueWords)(to_value))}`,
            kind: "engaged",
          }
        : { title: "Stage cleared" };
    case "created":
      return { title: createdWords(event, facts) };
    case "imported":
      return { title: "Imported", note: to_value ? `as ${status(to_value).label}` : undefined };
    case "turned":
      return from_value
        ? { title: "Started as an opportunity", note: from_value }
        : { title: "Became a posting", note: to_value ?? undefined };
    case "checked":
      return checkedText(to_value ?? "");
    default:
      return { title: "Edited" };
  }
}

function checkedText(words: string): EventText {
  if (words === closedWords) return { title: "The posting is closed", kind: "closed" };
  if (words === openAgainWords) return { title: "The posting is open again" };
  return { title: "Looked again", note: words };
}

function interviewText(event: EventRow, parts: EventRow[], facts: EventFacts): EventText {
  const partValue = (kind: EventRow["kind"]) => parts.find((part) => part.kind === kind)?.to_value;
  const stage = valueWords(event.interview?.kind || (partValue("stage") ?? ""));
  // "Screening" is an interview too; "Application" is none.
  const name = stage && stage !== "Application" ? stage : "Interview";
  const status = partValue("status");
  const isOff = event.interview?.outcome === cancelledOutcome;
  const booked = hasBegun(event.occurred_at, facts) ? name : `${name} booked`;
  return {
    title: isOff ? `${name} called off` : booked,
    kind: isOff ? "closed" : "engaged",
    note: status ? `status now ${facts.statusWords(status).label}` : undefined,
  };
}

/** A name inside a sentence; an abbreviation keeps its capitals. */
const inSentence = (words: string) =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** A posting that was saved from a page says where that was. */
function createdWords({ from_value, to_value, via }: EventRow, facts: EventFacts): string {
  const isSaved = facts.statusWords(to_value ?? "").kind === "saved";
  if (from_value) return `${isSaved ? "Saved" : "Added"} from ${from_value}`;
  if (isSaved) return "Saved";
  return via === "api" ? "Added by the API" : "Added";
}
