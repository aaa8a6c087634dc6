import { z } from "zod";
import { addDays, weekdayOf } from "../../dates.ts";
import { count, dayText } from "./schema.ts";
import { maxProofWeeks, type WeekStart } from "./values.ts";

/** A week of the log, in the API's response. */
export const proofWeekShape = z.strictObject({
  starts_on: dayText,
  ends_on: dayText,
  contacts: count,
  /** against the required count; open while the week is not over, null if nothing is required */
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
 * The complete weeks that cover `from` to `to`, which are swapped if reversed; by default the four weeks up
 * to today. Of more than 53 weeks, the last 53.
 */
export function proofPeriod(
  asked: { from?: string; to?: string },
  starts: WeekStart,
  today: string,
): ProofPeriod {
  const last = asked.to ?? (asked.from && asked.from > today ? asked.from : today);
  const first = asked.from ?? addDays(last, -21);
  const [low, high] = first <= last ? [first, last] : [last, first];
  const to = addDays(weekOf(high, starts), 6);
  const earliest = addDays(to, 1 - 7 * maxProofWeeks);
  const from = weekOf(low, starts);
  return from < earliest ? { from: earliest, to, cut: true } : { from, to, cut: false };
}

/** The weeks of a period with the sum of their daily contacts. */
export function proofWeeks(
  { from, to }: ProofPeriod,
  days: ReadonlyMap<string, number>,
  required: number | null,
  today: string,
): ProofWeek[] {
  const weeks: ProofWeek[] = [];
  for (let starts_on = from; starts_on <= to; starts_on = addDays(starts_on, 7)) {
    const ends_on = addDays(starts_on, 6);
    let contacts = 0;
    for (let day = starts_on; day <= ends_on; day = addDays(day, 1)) contacts += days.get(day) ?? 0;
    weeks.push({ starts_on, ends_on, contacts, standing: null });
  }
  if (required === null) return weeks;
  return weeks.map((week) => {
    const unmet = week.ends_on >= today ? "open" : "short";
    return { ...week, standing: week.contacts >= required ? "met" : unmet };
  });
}
