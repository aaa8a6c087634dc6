import { z } from "zod";
import { addDays, weekdayOf } from "../dates.ts";
import { calendarDay } from "../fields.ts";
import { monthsLater } from "./months.ts";

/** The views of the calendar page; `list` shows four weeks by day. */
export const calendarViews = ["day", "week", "month", "list"] as const;

export type CalendarView = (typeof calendarViews)[number];

const listDays = 28;
const daysPerWeek = 7;

/** Query parameters of the calendar page; without a day it is today. */
export const calendarQuery = z.object({
  view: z.enum(calendarViews).default("week").catch("week"),
  day: calendarDay().optional().catch(undefined),
});

/** The address of a view; without a day it is that of today. */
export const calendarPath = (view: CalendarView, day?: string) =>
  `/calendar?view=${view}${day ? `&day=${day}` : ""}`;

/** The first day of the week that a day is in. */
const weekOf = (day: string, firstWeekday: number): string =>
  addDays(day, -((weekdayOf(day) - firstWeekday + daysPerWeek) % daysPerWeek));

/** So many days from one on. */
const daysFrom = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => addDays(day, at));

/** The days that a view shows around a day; a month in whole weeks. */
export function shownDays(view: CalendarView, day: string, firstWeekday: number): string[] {
  if (view === "day") return [day];
  if (view === "week") return daysFrom(weekOf(day, firstWeekday), daysPerWeek);
  if (view === "list") return daysFrom(weekOf(day, firstWeekday), listDays);
  const first = weekOf(`${day.slice(0, 7)}-01`, firstWeekday);
  const afterLast = `${monthsLater(day, 1).slice(0, 7)}-01`;
  const weeks = [0, 1, 2, 3, 4, 5].filter((week) => addDays(first, week * daysPerWeek) < afterLast);
  return daysFrom(first, weeks.length * daysPerWeek);
}

/** The day that the view before or after is about. */
export function turned(view: CalendarView, day: string, by: 1 | -1): string {
  if (view === "month") return monthsLater(day, by);
  const days = { day: 1, week: daysPerWeek, list: listDays }[view];
  return addDays(day, by * days);
}
