import type { Metadata } from "next";
import { CalendarHands } from "@/components/calendar/calendar-hands.tsx";
import { CalendarNav, WeekStrip } from "@/components/calendar/calendar-nav.tsx";
import { CalendarSide } from "@/components/calendar/calendar-side.tsx";
import { viewSummary, viewTitle } from "@/components/calendar/calendar-words.ts";
import { DayList } from "@/components/calendar/day-list.tsx";
import { Legend, NothingPlanned } from "@/components/calendar/legend.tsx";
import { MonthGrid } from "@/components/calendar/month-grid.tsx";
import { WeekGrid } from "@/components/calendar/week-grid.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { type DayPart, isOver, minutesOfDay, partsByDay } from "@/lib/calendar/day-plan.ts";
import { maxPlanned, plannedBetween } from "@/lib/calendar/planned.ts";
import { calendarQuery, shownDays } from "@/lib/calendar/view.ts";
import { firstWeekday } from "@/lib/calendar/week-start.ts";
import { localDay, now } from "@/lib/dates.ts";
import "./calendar.css";

export const metadata: Metadata = { title: "Calendar" };

/** Most entries of a day in the list: all that a person can have, but on the page of that day alone. */
const most = { list: 20, day: 200 };

export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const actor = await requireActor();
  const zone = actor.time_zone;
  const moment = now();
  const today = localDay(moment, zone);
  const { view, day = today } = calendarQuery.parse(await searchParams);
  const weekday = firstWeekday(zone);
  const days = shownDays(view, day, weekday);
  const { entries, isWhole } = await plannedBetween(actor, days[0] ?? day, days.at(-1) ?? day);
  const parts = partsByDay(entries, days, zone);
  const all = [...parts.values()].flat();
  const isNow = view === "month" ? day.slice(0, 7) === today.slice(0, 7) : days.includes(today);
  const inMonth = all.filter(
    (part) => view !== "month" || part.day.slice(0, 7) === day.slice(0, 7),
  );
  const summary = viewSummary(inMonth, view, isNow);
  const isPast = (part: DayPart) => isOver(part, moment, today);
  const grid = { days, parts, today, isPast, inHand: day, nowMinutes: minutesOfDay(moment, zone) };
  const isGrid = view === "week" || view === "month";
  const week = view === "week" ? days : shownDays("week", day, weekday);
  return (
    <>
      <PageHeader
        title={viewTitle(view, day, days)}
        note={<p>{summary}</p>}
        actions={<CalendarNav view={view} day={day} isNow={isNow} />}
      />
      <div className="calendar" data-view={view}>
        <div>
          <CalendarHands view={view} day={day}>
            {(view === "week" || view === "day") && (
              <WeekStrip
                week={week}
                day={view === "day" ? day : undefined}
                today={today}
                isBusy={(each) => (parts.get(each)?.length ?? 0) > 0}
              />
            )}
            {view === "week" && <WeekGrid {...grid} />}
            {view === "month" && <MonthGrid {...grid} />}
            {all.length === 0 && view !== "day" ? (
              <NothingPlanned summary={summary} own={!isGrid} />
            ) : (
              <DayList {...grid} own={!isGrid} most={view === "day" ? most.day : most.list} />
            )}
          </CalendarHands>
          {!isWhole && (
            <p className="dim">
              There is more than fits here: only the first {maxPlanned.toLocaleString("en-US")} of a
              kind are shown.
            </p>
          )}
          {isGrid && <Legend />}
        </div>
        <CalendarSide view={view} day={day} today={today} days={days} firstWeekday={weekday} />
      </div>
    </>
  );
}
