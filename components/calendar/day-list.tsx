import { DoneFollowUp } from "@/components/follow-ups/done-follow-up.tsx";
import { buttonClass } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { formatNumber, formatRelative } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { calendarIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import type { DayPart } from "@/lib/calendar/day-plan.ts";
import { isMovable } from "@/lib/calendar/values.ts";
import { AddToDay } from "./add-to-day.tsx";
import { dayName } from "./calendar-words.ts";
import type { GridProps } from "./month-grid.tsx";
import { MoreLink } from "./more-link.tsx";
import { PlanMark } from "./plan-entry.tsx";

type Props = Pick<GridProps, "days" | "parts" | "today" | "isPast"> & {
  /** a view of its own, not what stands in for a grid on a phone */
  own: boolean;
  /** most entries of one day */
  most: number;
};

/** The days that have something, one below the other; a single day also where it has nothing. */
export function DayList({ days, parts, today, isPast, own, most }: Props) {
  const shown = days.length === 1 ? days : days.filter((day) => parts.get(day)?.length);
  return (
    <div className="calendar-list" data-own={own || undefined}>
      {shown.map((day) => (
        <DaySection
          key={day}
          day={day}
          today={today}
          parts={parts.get(day) ?? []}
          isPast={isPast}
          most={most}
          isAlone={days.length === 1}
        />
      ))}
    </div>
  );
}

type SectionProps = {
  day: string;
  today: string;
  parts: readonly DayPart[];
  isPast: Props["isPast"];
  most: number;
  isAlone: boolean;
};

function DaySection({ day, today, parts, isPast, most, isAlone }: SectionProps) {
  const name = dayName(day, today);
  const near = nearWord(day, today);
  const left = parts.length - most;
  return (
    <section aria-label={name}>
      <header className="calendar-list__head">
        <h2>
          {near && <b>{near}</b>} <span className={near ? "dim" : undefined}>{name}</span>
        </h2>
        <AddToDay day={day} name={name} worded={isAlone} />
      </header>
      {parts.length === 0 ? (
        <p className="dim">Nothing planned.</p>
      ) : (
        <Card>
          <ul>
            {parts.slice(0, most).map((part) => (
              <ListRow
                key={`${part.entry.kind}-${part.entry.id}`}
                part={part}
                past={isPast(part)}
              />
            ))}
          </ul>
          {left > 0 && (
            <p className="calendar-list__left">
              {isAlone ? (
                `${formatNumber(left)} more are not shown.`
              ) : (
                <MoreLink day={day} count={left} name={name} />
              )}
            </p>
          )}
        </Card>
      )}
    </section>
  );
}

/** "Today", "Tomorrow", "Yesterday", or "". */
function nearWord(day: string, today: string): string {
  const words = formatRelative(day, Date.parse(`${today}T12:00:00Z`));
  return /^(today|tomorrow|yesterday)$/.test(words)
    ? words.replace(/^./, (c) => c.toUpperCase())
    : "";
}

function ListRow({ part, past }: { part: DayPart; past: boolean }) {
  const { entry, clock, endClock, day, isFirst } = part;
  const { kind, id, title, note, hue, href, isCancelled, status } = entry;
  const words = [note, isCancelled ? "Called off" : status].filter(Boolean).join(" · ");
  return (
    <li
      className={hue ? `agenda plan--${hue}` : "agenda agenda--task"}
      data-entry={`${kind}-${id}`}
      data-on={day}
      data-clock={clock || undefined}
      data-title={title}
      data-past={past || undefined}
      data-off={isCancelled || undefined}
    >
      <span className="agenda__time">
        {clock ? (
          <>
            {isFirst ? clock : "…"}
            {endClock && <small>{endClock}</small>}
          </>
        ) : (
          <PlanMark entry={entry} />
        )}
      </span>
      <div className="agenda__words">
        <Link href={href} className="agenda__title">
          {title}
        </Link>
        {words && <p className="agenda__note">{words}</p>}
      </div>
      <span className="answers">
        {kind === "follow_up" && <DoneFollowUp id={id} what={title} />}
        {isFirst && isMovable(kind) && (
          <button
            type="button"
            className={buttonClass({ size: "s", variant: "quiet", icon: true })}
            aria-label={`Move: ${title}`}
            title="Move…"
            data-move
          >
            <Icon of={calendarIcon} />
          </button>
        )}
      </span>
    </li>
  );
}
