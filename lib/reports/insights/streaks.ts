import { addDays, dayNumber } from "../../dates.ts";

/** Consecutive days with applications; rest days in between do not break it and count only if used. */
export type Streak = { days: number; first: string; last: string };

// Day 0, 1970-01-01, was a Thursday.
const weekdayOf = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;

/** Whether only rest days lie between two days. */
function onlyRestDaysBetween(from: string, to: string, rest: ReadonlySet<number>): boolean {
  const [start, end] = [dayNumber(from) + 1, dayNumber(to)];
  // At most six weekdays are rest days, so a gap of seven days always breaks the streak.
  if (end - start >= 7) return false;
  for (let day = start; day < end; day += 1) if (!rest.has(weekdayOf(day))) return false;
  return true;
}

/**
 * The current streak (today may still be without application) and the longest, the later of two equal ones.
 * `days` are the days with applications until today, in order.
 */
export function streaks(
  days: readonly string[],
  restDays: readonly number[],
  today: string,
): { current: Streak | null; longest: Streak | null } {
  const rest = new Set(restDays);
  let longest: Streak | null = null;
  let longestDays = 0;
  let latest: Streak | undefined;
  for (const day of days) {
    const next: Streak =
      latest && onlyRestDaysBetween(latest.last, day, rest)
        ? { days: latest.days + 1, first: latest.first, last: day }
        : { days: 1, first: day, last: day };
    if (next.days >= longestDays) longest = next;
    longestDays = Math.max(longestDays, next.days);
    latest = next;
  }
  const runs = latest !== undefined && onlyRestDaysBetween(latest.last, today, rest);
  return { current: runs ? (latest ?? null) : null, longest };
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(dayNumber(day)));
}
