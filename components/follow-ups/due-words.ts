import { formatDateTime } from "@/components/ui/format.ts";
import { formatMoment } from "@/lib/dates.ts";
import { dayValue } from "@/lib/day-value.ts";
import type { Due } from "@/lib/follow-ups/due.ts";
import { dueDay } from "@/lib/follow-ups/values.ts";

type Row = Due & { snoozed_until?: string | null };

/** When it is due as `DateText` takes it: the moment, or the day; where it is snoozed, until when. */
export function dueIso({ due_on, due_at, snoozed_until = null }: Row, zone: string): string {
  const day = dueDay({ due_on, snoozed_until });
  return formatMoment(due_at && day === due_on ? due_at : dayValue(day), zone);
}

/** "Tuesday, 8 Dec 2026, 09:30"; without the time where there is none. */
export const formatDue = (due: Due, zone: string): string => formatDateTime(dueIso(due, zone));
