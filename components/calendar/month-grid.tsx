import { Link } from "@/components/ui/link.tsx";
import type { DayPart } from "@/lib/calendar/day-plan.ts";
import { calendarPath } from "@/lib/calendar/view.ts";
import { AddToDay } from "./add-to-day.tsx";
import { dayName, weekdayName } from "./calendar-words.ts";
import { cellRole, gridRole } from "./grid-roles.ts";
import { MoreLink } from "./more-link.tsx";
import { PlanEntry } from "./plan-entry.tsx";

export type GridProps = {
  days: readonly string[];
  parts: ReadonlyMap<string, readonly DayPart[]>;
  today: string;
  /** the day that the keys act on */
  inHand: string;
  isPast: (part: DayPart) => boolean;
  /** the time of day in minutes, for the line that shows it */
  nowMinutes?: number;
};

const mostShown = 3;
const daysPerWeek = 7;

/** A month in whole weeks, each day with its first entries. */
export function MonthGrid({ days, ...props }: GridProps) {
  const weeks = Array.from({ length: days.length / daysPerWeek }, (_, week) =>
    days.slice(week * daysPerWeek, (week + 1) * daysPerWeek),
  );
  return (
    <table className="card calendar-month" {...gridRole("The month")}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekdayName(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} day={day} {...props} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, parts, today, inHand, isPast }: Omit<GridProps, "days"> & { day: string }) {
  const own = parts.get(day) ?? [];
  // Where there is one more than fits, the line that says so takes as much room as that one.
  const shown = own.length > mostShown + 1 ? own.slice(0, mostShown) : own;
  const isSelected = day === inHand;
  const name = dayName(day, today);
  return (
    <td
      {...cellRole}
      tabIndex={isSelected ? 0 : -1}
      data-day={day}
      data-name={name}
      data-other={day.slice(0, 7) !== inHand.slice(0, 7) || undefined}
      data-busy={own.length > 0 || undefined}
      aria-current={day === today ? "date" : undefined}
    >
      <div className="calendar-month__head">
        <Link className="calendar-month__number" href={calendarPath("day", day)} tabIndex={-1}>
          <span aria-hidden>{Number(day.slice(8))}</span>
          <span className="sr-only">{name}</span>
        </Link>
        <AddToDay day={day} name={name} tabIndex={isSelected ? 0 : -1} />
      </div>
      <div className="calendar-month__plans">
        {shown.map((part) => (
          <PlanEntry
            key={`${part.entry.kind}-${part.entry.id}`}
            part={part}
            isPast={isPast(part)}
            inHand={isSelected}
          />
        ))}
        {own.length > shown.length && (
          <MoreLink day={day} count={own.length - shown.length} name={name} />
        )}
      </div>
    </td>
  );
}
