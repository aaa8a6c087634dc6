import { formatDate, formatDateTime, pluralize } from "@/components/ui/format.ts";
import type { DayPart } from "@/lib/calendar/day-plan.ts";
import type { CalendarView } from "@/lib/calendar/view.ts";

const utc = { timeZone: "UTC" } as const;
const longMonth = new Intl.DateTimeFormat("en-GB", { month: "long", ...utc });
const shortWeekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", ...utc });
const longWeekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", ...utc });

const allOf = new Intl.ListFormat("en-GB");

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** "November" of a day. */
export const monthName = (day: string) => longMonth.format(atNoon(day));

/** "Tue" of a day. */
export const weekdayName = (day: string) => shortWeekday.format(atNoon(day));

/** "Tuesday, 24 Nov"; with the year where it is another one than today's. */
export const dayName = (day: string, today: string) =>
  `${longWeekday.format(atNoon(day))}, ${shortDay(day, today)}`;

const shortDay = (day: string, today: string) =>
  day.slice(0, 4) === today.slice(0, 4) ? formatDate(day).replace(/ \d+$/, "") : formatDate(day);

/** What a view shows, as its title: a month, two of them, or a day. */
export function viewTitle(view: CalendarView, day: string, days: readonly string[]): string {
  if (view === "day") return formatDateTime(day);
  const [first, last] = view === "month" ? [day, day] : [days[0] ?? day, days.at(-1) ?? day];
  const [from, to] = [monthName(first), monthName(last)];
  const [year, lastYear] = [first.slice(0, 4), last.slice(0, 4)];
  if (year !== lastYear) return `${from} ${year} – ${to} ${lastYear}`;
  return from === to ? `${from} ${year}` : `${from} – ${to} ${year}`;
}

const spans: Record<CalendarView, readonly [now: string, other: string]> = {
  day: ["today", "that day"],
  week: ["this week", "that week"],
  month: ["this month", "that month"],
  list: ["in these four weeks", "in these four weeks"],
};

/** "3 interviews and 1 thing to do this week.", or that nothing is planned. */
export function viewSummary(parts: readonly DayPart[], view: CalendarView, isNow: boolean): string {
  const on = parts.filter(({ entry, isFirst }) => isFirst && !entry.isCancelled);
  const interviews = on.filter(({ entry }) => entry.kind === "interview").length;
  const things = on.filter(({ entry }) => entry.kind === "follow_up").length;
  const deadlines = on.length - interviews - things;
  const span = spans[view][isNow ? 0 : 1];
  const counts = [
    interviews > 0 && pluralize(interviews, "interview"),
    things > 0 && (things === 1 ? "1 thing to do" : `${pluralize(things, "thing")} to do`),
    deadlines > 0 && pluralize(deadlines, "deadline"),
  ].filter((count) => count !== false);
  return counts.length === 0 ? `Nothing planned ${span}.` : `${allOf.format(counts)} ${span}.`;
}
