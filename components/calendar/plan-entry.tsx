import type { CSSProperties } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { calendarIcon, flagIcon, mapPinIcon, usersIcon, videoIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import type { DayPart } from "@/lib/calendar/day-plan.ts";
import { isMovable } from "@/lib/calendar/values.ts";

type Props = {
  part: DayPart;
  /** whether it is over */
  isPast: boolean;
  /** whether the tab key reaches what is beside its link: on the day in hand */
  inHand: boolean;
  /** where it stands among the hours */
  style?: CSSProperties;
};

/** One entry of the grids: a link to it, and the button that moves it. It can be dragged to another day. */
export function PlanEntry({ part, isPast, inHand, style }: Props) {
  const { entry, day, clock, isFirst } = part;
  const { kind, id, title, note, hue, href, isCancelled, status } = entry;
  const isTask = kind !== "interview";
  const canMove = isFirst && isMovable(kind);
  const more = [note, timeWords(part), isCancelled ? "Called off" : status].filter(Boolean);
  const about = [title, ...more].join(", ");
  return (
    <div
      className={hue ? `plan plan--${hue}` : "plan plan--task"}
      style={style}
      draggable={canMove}
      data-entry={`${kind}-${id}`}
      data-on={day}
      data-clock={clock || undefined}
      data-title={title}
      data-past={isPast || undefined}
      data-off={isCancelled || undefined}
    >
      <Link className="plan__link" href={href} draggable={false} title={about}>
        <span className="plan__title">
          {isTask && clock && (
            <span className="plan__clock" aria-hidden>
              {clock}{" "}
            </span>
          )}
          {title}
        </span>
        <span className="plan__more" aria-hidden>
          <PlanMark entry={entry} />
          {!isTask && (isFirst ? clock : "…")}
        </span>
        <span className="sr-only">, {more.join(", ")}</span>
      </Link>
      {canMove && (
        <button
          type="button"
          className="plan__move"
          aria-label={`Move: ${title}`}
          title="Move…"
          tabIndex={inHand ? 0 : -1}
          data-move
        >
          <Icon of={calendarIcon} />
        </button>
      )}
    </div>
  );
}

/** What an entry is, as a mark: how people meet, or a box for something to do. */
export function PlanMark({ entry }: { entry: DayPart["entry"] }) {
  if (entry.kind === "follow_up") return <span className="plan__box" aria-hidden />;
  if (entry.kind !== "interview") return <Icon of={flagIcon} />;
  const { meeting } = entry;
  return (
    <Icon of={meeting === "video" ? videoIcon : meeting === "place" ? mapPinIcon : usersIcon} />
  );
}

/** "10:30–11:15"; "" of what has no time. */
const timeWords = ({ clock, endClock }: DayPart) => (endClock ? `${clock}–${endClock}` : clock);
