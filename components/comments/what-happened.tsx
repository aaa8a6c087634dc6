import { Card, CardBody } from "@/components/ui/card.tsx";
import { Timeline } from "@/components/ui/timeline.tsx";
import type { CommentPlace } from "@/lib/comments/actions.ts";
import { commentEntries, readComments } from "@/lib/comments/queries.ts";
import { datetimeLocalValue } from "@/lib/dates.ts";
import type { EventRow } from "@/lib/events/queries.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { HappenedHeader } from "./happened-header.tsx";
import { spanWords, type TimelineFacts, timelineEntries } from "./timeline-entries.ts";
import { CommentItem, EventItem } from "./timeline-items.tsx";

type Props = {
  place: CommentPlace;
  events: EventRow[];
  /** the row's `comments` field, whatever JSON it holds */
  comments: unknown;
  /** the status that it has now */
  status: string;
  facts: TimelineFacts;
};

/** The timeline of a posting or an opportunity: its events and comments, newest first. */
export function WhatHappened({ place, events, comments, status, facts }: Props) {
  const { zone } = facts;
  const { kind } = facts.statusWords(status);
  const isOver = kind === "closed" || kind === "rejected";
  const shown = readComments(comments, zone);
  const leftOut = commentEntries(comments).length - shown.length;
  const entries = timelineEntries(events, shown, facts);
  const now = datetimeLocalValue(facts.now, zone);
  return (
    <Card labelledBy="what-happened">
      <HappenedHeader
        id="what-happened"
        note={spanWords(entries, isOver, facts)}
        place={place}
        now={now}
      />
      {entries.length === 0 && (
        <CardBody>
          <p className="dim">Nothing yet. Your notes and every change of status appear here.</p>
        </CardBody>
      )}
      <Timeline>
        {entries.map(({ key, title, time, notes, kind, at, of }) => {
          const when = datetimeLocalValue(at, zone);
          const entry = { title, time, notes, kind, when };
          return typeof of === "number" ? (
            <EventItem key={key} id={of} {...entry} />
          ) : (
            <CommentItem
              key={key}
              comment={of}
              marks={initialHashes({ commented_at: when })}
              {...{ place, now }}
              {...entry}
            />
          );
        })}
      </Timeline>
      {leftOut > 0 && (
        <CardBody>
          <p className="dim">
            {leftOut === 1 ? "1 older note isn’t" : `${leftOut} older notes aren’t`} shown here. The
            API has them.
          </p>
        </CardBody>
      )}
    </Card>
  );
}
