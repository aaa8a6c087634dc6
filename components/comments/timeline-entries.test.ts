import { describe, expect, test } from "vitest";
import { readComments } from "@/lib/comments/queries.ts";
import type { EventRow } from "@/lib/events/queries.ts";
import { statusWords } from "@/lib/statuses/documented.ts";
import { spanWords, timelineEntries } from "./timeline-entries.ts";

const facts = {
  zone: "Europe/Berlin",
  now: "2026-03-20T10:00:00.000000Z",
  statusWords,
  appliedAt: "2026-03-01T09:00:00.000000Z",
  appliedNote: "through Lever",
};

let last = 0;
function event(
  kind: EventRow["kind"],
  occurred_at: string,
  more: Partial<EventRow> = {},
): EventRow {
  last += 1;
  const recorded_at = occurred_at;
  return {
    id: last,
    kind,
    occurred_at,
    recorded_at,
    from_value: null,
    to_value: null,
    via: "browser",
    interview: null,
    ...more,
  };
}

const at = (day: number, clock = "09:00:00") =>
  `2026-03-${String(day).padStart(2, "0")}T${clock}.000000Z`;

describe("a posting's timeline", () => {
  test("puts events and comments in one order and counts the days", () => {
    const events = [
      event("created", at(1), { to_value: "4 - No Response" }),
      event("applied", at(1)),
      event("status", at(7), { from_value: "4 - No Response", to_value: "2 - Awaiting Feedback" }),
      event("interview", at(25)),
      event("comment", at(5), { to_value: "Note" }),
    ];
    const comments = readComments(
      [
        {
          comment_content: "Called",
          comment_type: "Note",
          commented_at: "2026-03-05T00:00:00+01:00",
        },
        "old",
      ],
      facts.zone,
    );
    const entries = timelineEntries(events, comments, facts);
    expect(entries.map(({ title, time, notes }) => [title, time?.words, ...notes])).toEqual([
      ["Interview booked", "Wednesday 10:00"],
      ["Awaiting feedback", "13 days ago", "6 days after applying", "before: No response"],
      ["Note", "5 Mar"],
      ["Applied", "1 Mar, 10:00", "through Lever"],
      ["Comment", undefined],
    ]);
    expect(spanWords(entries, false, facts)).toBe("19 days");
    expect(spanWords(entries, true, facts)).toBe("6 days");
  });

  test("shows a click on “Rejected” once, and only the later of two applied dates", () => {
    const events = [
      event("created", at(1), { from_value: "jobs.larch.example", to_value: "5 - Saved" }),
      event("applied", at(2)),
      event("applied", at(3)),
      event("status", at(9), { from_value: "4 - No Response", to_value: "3 - Rejected" }),
      event("rejected", at(9)),
      event("deleted", at(10)),
      event("restored", at(10)),
    ];
    const titles = timelineEntries(events, [], facts).map(({ title, kind }) => [title, kind]);
    expect(titles).toEqual([
      ["Rejected", "rejected"],
      ["Applied", undefined],
      ["Saved from jobs.larch.example", undefined],
    ]);
  });

  test("shows an interview with the stage and the status that came with it as one entry", () => {
    const events = [
      event("interview", at(25, "09:30:00"), { recorded_at: at(18, "08:00:00") }),
      event("stage", at(18, "08:00:00"), { to_value: "Hiring Manager Interview" }),
      event("status", at(18, "08:00:00"), {
        from_value: "4 - No Response",
        to_value: "1 - Actively Engaged",
      }),
      event("stage", at(4), { to_value: "Screening" }),
      event("interview", at(10)),
      event("stage", at(10), { to_value: "HR Interview" }),
      event("imported", at(2), { to_value: "5 - Saved" }),
    ];
    const entries = timelineEntries(events, [], facts);
    expect(entries.map(({ title, notes }) => [title, ...notes])).toEqual([
      ["Hiring manager interview booked", "status now Actively engaged"],
      ["HR interview", "9 days after applying"],
      ["Reached screening", "3 days after applying"],
      ["Imported", "as Saved"],
    ]);
  });

  test("says “today” only of what happened today", () => {
    const span = (day: number) =>
      spanWords(timelineEntries([event("rejected", at(day))], [], facts), true, facts);
    expect(span(12)).toBeUndefined();
    expect(span(20)).toBe("today");
  });
});
