import { LinkButton } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { chevronLeftIcon, chevronRightIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { LinkTabs } from "@/components/ui/page-header.tsx";
import { type CalendarView, calendarPath, calendarViews, turned } from "@/lib/calendar/view.ts";
import { monthName, weekdayName } from "./calendar-words.ts";

const labels: Record<CalendarView, string> = {
  day: "Day",
  week: "Week",
  month: "Month",
  list: "List",
};

const turns: Record<CalendarView, string> = {
  day: "day",
  week: "week",
  month: "month",
  list: "four weeks",
};

type Props = { view: CalendarView; day: string; isNow: boolean };

/** The views of the calendar, and the way to what is before, now and after. */
export function CalendarNav({ view, day, isNow }: Props) {
  return (
    <>
      <LinkTabs
        label="View"
        items={calendarViews.map((each) => ({
          href: calendarPath(each, isNow ? undefined : day),
          label: labels[each],
          current: each === view,
        }))}
      />
      <span className="calendar-nav">
        <LinkButton size="s" href={calendarPath(view)} title="Today (t)" data-today>
          Today
        </LinkButton>
        <LinkButton
          size="s"
          icon
          href={calendarPath(view, turned(view, day, -1))}
          aria-label={`The ${turns[view]} before`}
        >
          <Icon of={chevronLeftIcon} />
        </LinkButton>
        <LinkButton
          size="s"
          icon
          href={calendarPath(view, turned(view, day, 1))}
          aria-label={`The ${turns[view]} after`}
        >
          <Icon of={chevronRightIcon} />
        </LinkButton>
      </span>
    </>
  );
}

type StripProps = {
  /** the seven days of a week */
  week: readonly string[];
  /** the day that is shown, where one is */
  day?: string;
  today: string;
  /** whether something is planned on a day; unknown of days that were not read */
  isBusy: (day: string) => boolean;
};

/** On a phone: the days of the week, each of which leads to itself. */
export function WeekStrip({ week, day, today, isBusy }: StripProps) {
  return (
    <nav className="week-strip" aria-label="Days of the week">
      {week.map((each) => (
        <Link
          key={each}
          href={calendarPath("day", each)}
          aria-current={each === (day ?? today) ? (day ? "page" : "date") : undefined}
          data-busy={isBusy(each) || undefined}
        >
          <span aria-hidden>{weekdayName(each).slice(0, 1)}</span>
          <b aria-hidden>{Number(each.slice(8))}</b>
          <span className="sr-only">
            {weekdayName(each)} {Number(each.slice(8))} {monthName(each)}
          </span>
        </Link>
      ))}
    </nav>
  );
}
