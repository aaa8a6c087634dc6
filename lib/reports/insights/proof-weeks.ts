import { z } from "zod";
import { addDays, weekdayOf } from "../../dates.ts";
import { count, dayText } from "./schema.ts";
import { maxProofWeeks, type WeekStart } from "./values.ts";

/** A week of the log, in the API's response. */
export const proofWeekShape = z.strictObject({
  starts_on: dayText,
  ends_on: dayText,
  contacts: count,
  /**
   * against the required count; open while the week is not over, null if nothing is required, or if the period
   * holds only a part of the week, with too few contacts
   */
  standing: z.enum(["met", "short", "open"]).nullable(),
});

export type ProofWeek = z.infer<typeof proofWeekShape>;

/** The first day of a day's week. */
export function weekOf(day: string, starts: WeekStart): string {
  const weekday = weekdayOf(day);
  return addDays(day, -(starts === "monday" ? weekday - 1 : weekday % 7));
}

export type ProofPeriod = { from: string; to: string; cut: boolean };

/**
 * The days from `from` to `to`, which are swapped if reversed; an end that was not asked for is that of a whole week:
 * by default the four weeks up to today. Of more than 53 weeks, the last 53.
 */
export function proofPeriod(
  asked: { from?: string; to?: string },
  starts: WeekStart,
  today: string,
): ProofPeriod {
  const { from, to } = askedDays(asked, starts, today);
  const earliest = addDays(weekOf(to, starts), 7 * (1 - maxProofWeeks));
  return from < earliest ? { from: earliest, to, cut: true } : { from, to, cut: false };
}

function askedDays({ from, to }: { from?: string; to?: string }, starts: WeekStart, today: string) {
  if (from && to) return from <= to ? { from, to } : { from: to, to: from };
  const weekEnd = (day: string) => addDays(weekOf(day, starts), 6);
  if (from) return { from, to: weekEnd(from > today ? from : today) };
  return { from: weekOf(addDays(to ?? today, -21), starts), to: to ?? weekEnd(today) };
}

type Span = Pick<ProofWeek, "starts_on" | "ends_on">;

/** The weeks of a period; the first and the last are as short as the period cuts them. */
export function weeksOfPeriod({ from, to }: ProofPeriod, starts: WeekStart): Span[] {
  const weeks: Span[] = [];
  for (let starts_on = from; starts_on <= to; ) {
    const next = addDays(weekOf(starts_on, starts), 7);
    weeks.push({ starts_on, ends_on: next <= to ? addDays(next, -1) : to });
    starts_on = next;
  }
  return weeks;
}

/** The weeks of a period with the sum of their daily contacts. */
export function proofWeeks(
  period: ProofPeriod,
  starts: WeekStart,
  days: ReadonlyMap<string, number>,
  required: number | null,
  today: string,
): ProofWeek[] {
  return weeksOfPeriod(period, starts).map((week) => {
    let contacts = 0;
    for (let day = week.starts_on; day <= week.ends_on; day = addDays(day, 1)) {
      contacts += days.get(day) ?? 0;
    }
    const standing = required === null ? null : standingOf(week, starts, contacts, required, today);
    return { ...week, contacts, standing };
  });
}

// A part of a week may meet what the whole is asked for, but is not short of it.
function standingOf(
  { starts_on, ends_on }: Span,
  starts: WeekStart,
  contacts: number,
  required: number,
  today: string,
): ProofWeek["standing"] {
  if (contacts >= required) return "met";
  const lastDay = addDays(weekOf(starts_on, starts), 6);
  if (starts_on !== weekOf(starts_on, starts) || ends_on !== lastDay) return null;
  return ends_on >= today ? "open" : "short";
}
