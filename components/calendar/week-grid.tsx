import type { CSSProperties } from "react";
import { type DayPart, type Placed, placed, shownHours } from "@/lib/calendar/day-plan.ts";
import { AddToDay } from "./add-to-day.tsx";
import { dayName, weekdayName } from "./calendar-words.ts";
import { cellRole, gridRole, headingRole, rowRole } from "./grid-roles.ts";
import type { GridProps } from "./month-grid.tsx";
import { MoreLink } from "./more-link.tsx";
import { PlanEntry } from "./plan-entry.tsx";

/** The height of an hour, which calendar.css has too. */
const hourPx = 48;
const mostTasks = 4;
const leastPx = 26;

type Hours = { first: number; last: number };

/** Seven days beside one another: what to do in the head of each, interviews by the hour. */
export function WeekGrid({ days, parts, ...props }: GridProps) {
  const all = days.flatMap((day) => parts.get(day) ?? []);
  const hours = shownHours(all);
  const widths = days.map((day) => (isNarrow(day, parts.get(day) ?? []) ? ".5fr" : "1fr"));
  const style = {
    "--days": widths.map((width) => `minmax(50px, ${width})`).join(" "),
    "--hours": hours.last - hours.first,
  } as CSSProperties;
  return (
    <div className="card calendar-week" {...gridRole("The week")} style={style}>
      <div {...rowRole} className="calendar-row">
        {days.map((day, at) => (
          <DayHead key={day} day={day} today={props.today} at={at} />
        ))}
      </div>
      <HourGutter hours={hours} />
      <div {...rowRole} className="calendar-row">
        {days.map((day, at) => (
          <DayColumn
            key={day}
            {...props}
            day={day}
            hours={hours}
            at={at}
            parts={parts.get(day) ?? []}
          />
        ))}
      </div>
    </div>
  );
}

/** Weekends are narrow while they are empty. */
const isNarrow = (day: string, parts: readonly DayPart[]) =>
  parts.length === 0 && ["Sat", "Sun"].includes(weekdayName(day));

const column = (at: number) => ({ gridColumn: at + 2 });

function DayHead({ day, today, at }: { day: string; today: string; at: number }) {
  return (
    <div
      {...headingRole}
      className="calendar-week__head"
      style={column(at)}
      aria-current={day === today ? "date" : undefined}
    >
      <span aria-hidden>{day === today ? "Today" : weekdayName(day)}</span>
      <b aria-hidden>{Number(day.slice(8))}</b>
      <span className="sr-only">{dayName(day, today)}</span>
    </div>
  );
}

function HourGutter({ hours }: { hours: Hours }) {
  const labels = Array.from({ length: hours.last - hours.first }, (_, at) => hours.first + at);
  return (
    <>
      <div className="calendar-week__corner" aria-hidden />
      <div className="calendar-week__gutter calendar-week__gutter--tasks" aria-hidden>
        To do
      </div>
      <div className="calendar-week__gutter" aria-hidden>
        {labels.map((hour, at) => (
          <span key={hour} style={{ top: at * hourPx }}>
            {at > 0 && `${String(hour).padStart(2, "0")}:00`}
          </span>
        ))}
      </div>
    </>
  );
}

type ColumnProps = Omit<GridProps, "days" | "parts"> & {
  day: string;
  parts: readonly DayPart[];
  hours: Hours;
  at: number;
};

function DayColumn({ day, today, inHand, parts, isPast, nowMinutes, hours, at }: ColumnProps) {
  const heads = parts.filter(({ entry, from }) => from === null || entry.kind !== "interview");
  const timed = placed(parts.filter((part) => !heads.includes(part)));
  const left = Math.max(0, heads.length - mostTasks) + timed.left.length;
  const isSelected = day === inHand;
  const entryOf = (part: DayPart, style?: CSSProperties) => (
    <PlanEntry
      key={`${part.entry.kind}-${part.entry.id}`}
      part={part}
      isPast={isPast(part)}
      inHand={isSelected}
      style={style}
    />
  );
  return (
    <div
      {...cellRole}
      className="calendar-week__day"
      style={column(at)}
      tabIndex={isSelected ? 0 : -1}
      data-day={day}
      data-name={dayName(day, today)}
      data-off={["Sat", "Sun"].includes(weekdayName(day)) || undefined}
      aria-current={day === today ? "date" : undefined}
    >
      <div className="calendar-week__tasks">
        <span className="sr-only">{dayName(day, today)}</span>
        {heads.slice(0, mostTasks).map((part) => entryOf(part))}
        {left > 0 && <MoreLink day={day} count={left} name={dayName(day, today)} />}
        <AddToDay day={day} name={dayName(day, today)} tabIndex={isSelected ? 0 : -1} />
      </div>
      <div
        className="calendar-week__lane"
        data-lane
        data-first-minute={hours.first * 60}
        data-last-minute={hours.last * 60}
      >
        {nowMinutes !== undefined && day === today && nowMinutes >= hours.first * 60 && (
          <div className="calendar-week__now" style={{ top: topOf(nowMinutes, hours) }} />
        )}
        {timed.placed.map((one) => entryOf(one.part, placeOf(one, hours)))}
      </div>
    </div>
  );
}

const topOf = (minutes: number, { first }: Hours) => ((minutes - first * 60) / 60) * hourPx;

function placeOf({ part, column: at, columns }: Placed, hours: Hours): CSSProperties {
  const from = part.from ?? 0;
  return {
    top: topOf(from, hours) + 1,
    height: Math.max(leastPx, ((part.to - from) / 60) * hourPx - 2),
    left: `calc(${(at * 100) / columns}% + 3px)`,
    width: `calc(${100 / columns}% - 5px)`,
  };
}
