import { addDays, weekdayOf } from "@/lib/dates.ts";
import type { PaceDay } from "@/lib/reports/insights/pace.ts";

type DayCell = {
  column: number;
  row: number;
  count: number;
  /** 0 of none, else 1 to 4 */
  level: number;
  rest: boolean;
};
export type Month = { month: string; count: number; cells: DayCell[] };

/** The upper limits of up to four shades: the quartiles of the days with applications. */
export function shades(days: PaceDay[]): number[] {
  const counts = days.map(({ count }) => count).sort((a, b) => a - b);
  if (counts.length === 0) return [];
  const at = (share: number) => counts[Math.ceil(counts.length * share) - 1] ?? 0;
  return [...new Set([at(0.25), at(0.5), at(0.75), at(1)])];
}

/** The shade level of a count, 0 to 4; with fewer than four shades, the darkest ones. */
export const levelOf = (count: number, ends: number[]) =>
  count === 0 ? 0 : ends.findIndex((end) => count <= end) + 1 + (4 - ends.length);

type Range = { from: string; until: string; rest_days: number[]; most: number };

/** The calendar months from `from` to `until`, at most the last `most`; Monday is column 0. */
export function monthsOf(days: PaceDay[], { from, until, rest_days, most }: Range): Month[] {
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  const ends = shades(days);
  const earliest = new Date(`${until.slice(0, 7)}-01T00:00:00Z`);
  earliest.setUTCMonth(earliest.getUTCMonth() + 1 - most);
  const months = new Map<string, Month>();
  const [, first = from] = [from, earliest.toISOString().slice(0, 10)].toSorted();
  for (let day = first; day <= until; day = addDays(day, 1)) {
    const name = day.slice(0, 7);
    const month = months.get(name) ?? { month: name, count: 0, cells: [] };
    months.set(name, month);
    const count = counts.get(day) ?? 0;
    const weekday = weekdayOf(day);
    month.count += count;
    month.cells.push({
      column: weekday - 1,
      row: Math.floor((weekdayOf(`${name}-01`) + Number(day.slice(8)) - 2) / 7),
      count,
      level: levelOf(count, ends),
      rest: rest_days.includes(weekday),
    });
  }
  return [...months.values()];
}
