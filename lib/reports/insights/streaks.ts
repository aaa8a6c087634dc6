import { addDays } from "../../dates.ts";

/** Days on which the person applied, in a row: rest days between them break nothing, and count only if used. */
export type Streak = { days: number; first: string; last: string };

// Day numbers since 1970, of which day 0 was a Thursday.
const numberOf = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const weekdayOf = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;

/** Whether nothing but rest days lies between two days. */
function onlyRest(from: string, to: string, rest: ReadonlySet<number>): boolean {
  const [start, end] = [numberOf(from) + 1, numberOf(to)];
  // No more than six weekdays rest, so a longer gap holds one that does not.
  if (end - start >= 7) return false;
  for (let day = start; day < end; day += 1) if (!rest.has(weekdayOf(day))) return false;
  return true;
}

/**
 * The streak that still runs today (today itself is not missed before it is over) and the longest, the later
 * of two equal ones; `days` are those with applications until today, in order.
 */
export function streaks(
  days: readonly string[],
  restDays: readonly number[],
  today: string,
): { current: Streak | null; longest: Streak | null } {
  const rest = new Set(restDays);
  let longest: Streak | null = null;
  let most = 0;
  let running: Streak | undefined;
  for (const day of days) {
    const next: Streak =
      running && onlyRest(running.last, day, rest)
        ? { days: running.days + 1, first: running.first, last: day }
        : { days: 1, first: day, last: day };
    if (next.days >= most) longest = next;
    most = Math.max(most, next.days);
    running = next;
  }
  const runs = running !== undefined && onlyRest(running.last, today, rest);
  return { current: runs ? (running ?? null) : null, longest };
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(numberOf(day)));
}
