import { buttonClass, LinkButton } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { chevronLeftIcon, chevronRightIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { monthsLater } from "@/lib/calendar/months.ts";
import { type CalendarView, calendarPath, shownDays } from "@/lib/calendar/view.ts";
import { dayName, monthName, weekdayName } from "./calendar-words.ts";

type Props = {
  view: CalendarView;
  day: string;
  today: string;
  /** what the page shows */
  days: readonly string[];
  firstWeekday: number;
};

/** Beside the calendar: a small month to jump from, and how it gets to other calendars. */
export function CalendarSide(props: Props) {
  return (
    <div className="stack calendar-side">
      {props.view !== "month" && <SmallMonth {...props} />}
      <Card labelledBy="subscribe">
        <CardHeader id="subscribe" title="In your own calendar" />
        <CardBody>
          <p className="calendar-side__words">
            Google Calendar, Apple Calendar and Outlook can show your interviews, follow-ups and
            closing days.
          </p>
          <LinkButton size="s" href="/settings/calendar">
            Subscribe in your calendar
          </LinkButton>
        </CardBody>
      </Card>
    </div>
  );
}

function SmallMonth({ view, day, today, days, firstWeekday }: Props) {
  const month = shownDays("month", day, firstWeekday);
  const turn = (by: 1 | -1, label: string) => (
    <Link
      href={calendarPath(view, monthsLater(day, by))}
      className={buttonClass({ size: "s", icon: true, variant: "quiet" })}
      aria-label={label}
    >
      <Icon of={by === 1 ? chevronRightIcon : chevronLeftIcon} />
    </Link>
  );
  return (
    <Card labelledBy="small-month" className="small-month">
      <CardHeader
        id="small-month"
        title={monthName(day)}
        action={
          <>
            {turn(-1, "The month before")}
            {turn(1, "The month after")}
          </>
        }
      />
      <div className="small-month__days">
        {month.slice(0, 7).map((each) => (
          <span key={each} aria-hidden>
            {weekdayName(each).slice(0, 1)}
          </span>
        ))}
        {month.map((each) => (
          <Link
            key={each}
            href={calendarPath(view, each)}
            aria-label={dayName(each, today)}
            aria-current={each === today ? "date" : undefined}
            data-shown={days.includes(each) || undefined}
            data-other={each.slice(0, 7) !== day.slice(0, 7) || undefined}
          >
            {Number(each.slice(8))}
          </Link>
        ))}
      </div>
    </Card>
  );
}
