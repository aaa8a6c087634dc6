import { addDays, dayNumber, weekdayOf } from "../../dates.ts";

/** Consecutive days with applications; rest days in between do not break it and count only if used. */
export type Streak = { days: number; first: string; last: string };

/** Whether only rest days lie between two days. */
function onlyRestDaysBetween(from: string, to: string, rest: ReadonlySet<number>): boolean {
  const between = Math.max(0, dayNumber(to) - dayNumber(from) - 1);
  // At most six weekdays are rest days, so a gap of seven days always breaks the streak.
  if (between >= 7) return false;
  const next = weekdayOf(from);
  for (let at = 0; at < between; at += 1) if (!rest.has(((next + at) % 7) + 1)) return false;
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
  let latest: Streak | null = null;
  for (const day of days) {
    const next: Streak =
      latest && onlyRestDaysBetween(latest.last, day, rest)
        ? { days: latest.days + 1, first: latest.first, last: day }
        : { days: 1, first: day, last: day };
    if (next.days >= (longest?.days ?? 0)) longest = next;
    latest = next;
  }
  const runs = latest !== null && onlyRestDaysBetween(latest.last, today, rest);
  return { current: runs ? latest : null, longest };
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}
