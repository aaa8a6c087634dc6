import { Link } from "@/components/ui/link.tsx";
import { calendarPath } from "@/lib/calendar/view.ts";

type MoreProps = { day: string; count: number; name: string };

/** Leads to all of a day. */
export function MoreLink({ day, count, name }: MoreProps) {
  return (
    <Link href={calendarPath("day", day)} className="calendar-more">
      {count} more<span className="sr-only"> on {name}</span>
    </Link>
  );
}
