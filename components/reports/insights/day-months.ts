import type { PaceDay } from "@/lib/reports/insights/pace.ts";

export type DayCell = {
  column: number;
  row: number;
  count: number;
  /** 0 of none, else 1 to 4 */
  level: number;
  rest: boolean;
};
export type Month = { month: string; count: number; cells: DayCell[] };

/** The last counts of each of up to four shades: quarters of the days that have any. */
export function shades(days: PaceDay[]): number[] {
  const counts = days.map(({ count }) => count).sort((a, b) => a - b);
  if (counts.length === 0) return [];
  const at = (share: number) => counts[Math.ceil(counts.length * share) - 1] ?? 0;
  return [...new Set([at(0.25), at(0.5), at(0.75), at(1)])];
}

/** Which shade a count wears; where there are few, the darkest ones. */
export const levelOf = (count: number, ends: number[]) =>
  count === 0 ? 0 : ends.findIndex((end) => count <= end) + 1 + (4 - ends.length);

/** A calendar leaf for each month from `from` to `until`, the last `most` of them; Monday is column 0. */
export function monthsOf(
  days: PaceDay[],
  {
    from,
    until,
    rest_days,
    most,
  }: { from: string; until: string; rest_days: number[]; most: number },
): Month[] {
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  const ends = shades(days);
  const place = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const months: Month[] = [];
  for (let at = Math.max(place(from), place(until) - most + 1); at <= place(until); at += 1) {
    const month = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
    const first = new Date(`${month}-01T00:00:00Z`);
    const offset = (first.getUTCDay() + 6) % 7;
    const cells: DayCell[] = [];
    for (let date = 1; date <= 31; date += 1) {
      const day = `${month}-${String(date).padStart(2, "0")}`;
      // Neither the 31st of a short month nor what lies outside of the report.
      if (new Date(first.getTime() + (date - 1) * 86_400_000).getUTCMonth() !== first.getUTCMonth())
        break;
      if (day < from || day > until) continue;
      const count = counts.get(day) ?? 0;
      const column = (offset + date - 1) % 7;
      cells.push({
        column,
        row: Math.floor((offset + date - 1) / 7),
        count,
        level: levelOf(count, ends),
        rest: rest_days.includes(column + 1),
      });
    }
    months.push({ month, count: cells.reduce((sum, { count }) => sum + count, 0), cells });
  }
  return months;
}
