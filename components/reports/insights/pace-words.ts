import { formatDate, formatNumber, pluralize } from "@/components/ui/format.ts";
import { dayMs } from "@/lib/dates.ts";
import type { Pace, PaceWeek } from "@/lib/reports/insights/pace.ts";
import { nothingApplied } from "./findings.ts";

type Found = Pick<Pace, "applications" | "days" | "current" | "longest" | "goal_weeks" | "ahead">;

/** How steadily one applied: the days, the streak that runs, and the weeks that met the goal. */
export function paceFinding(found: Found): string {
  const { applications, days, current, longest, goal_weeks } = found;
  if (applications === 0 || !longest) {
    return found.ahead > 0
      ? `${nothingApplied} ${pluralize(found.ahead, "application")} dated in the future.`
      : nothingApplied;
  }
  const all = `${pluralize(applications, "application")} on ${pluralize(days.length, "day")}.`;
  const runs =
    current && current.days > 1 ? ` You are on a streak of ${pluralize(current.days, "day")}.` : "";
  const most =
    longest.days > 1 && longest.days !== current?.days
      ? ` Your longest streak was ${pluralize(longest.days, "day")}.`
      : "";
  const weeks =
    goal_weeks && goal_weeks.met > 0
      ? ` Your goal was met in ${formatNumber(goal_weeks.met)} of ${pluralize(goal_weeks.whole, "week")}.`
      : "";
  return `${all}${runs}${most}${weeks}`;
}

/** The current and the longest streak. */
export function streakWords({ current, longest }: Pick<Pace, "current" | "longest">): string[] {
  const span = (streak: { first: string; last: string }) =>
    streak.first === streak.last
      ? formatDate(streak.first)
      : `${formatDate(streak.first)} to ${formatDate(streak.last)}`;
  if (!longest) return [];
  return [
    current
      ? `Current streak: ${pluralize(current.days, "day")}, not counting rest days.`
      : "No streak right now. Your next application starts one.",
    `Longest streak: ${pluralize(longest.days, "day")}, ${span(longest)}.`,
  ];
}

/** How a week stands to the goal. */
export function goalWords({ count, over }: { count: number; over: boolean }, goal: number) {
  if (count >= goal) return "Goal met";
  return `${formatNumber(count)} of ${goal}${over ? "" : " so far"}`;
}

const weekMs = 7 * dayMs;

export type WeekRow = ReturnType<typeof everyWeek>[number];

/** Every week from the first with applications to this one, those without included; the last `most` of them. */
export function everyWeek(weeks: PaceWeek[], until: string, most: number) {
  const [first] = weeks;
  if (!first) return [];
  const counts = new Map(weeks.map(({ week_start, count }) => [week_start, count]));
  const [begin, end] = [Date.parse(first.week_start), Date.parse(until)];
  const all = Math.floor((end - begin) / weekMs) + 1;
  const skipped = Math.max(0, all - most);
  return Array.from({ length: all - skipped }, (_, i) => {
    const at = begin + (skipped + i) * weekMs;
    const week_start = new Date(at).toISOString().slice(0, 10);
    const year = week_start.slice(0, 4);
    const week = Math.floor((at - Date.parse(`${year}-01-01`)) / weekMs) + 1;
    return {
      week_start,
      number: `${Number(year)} w${String(week).padStart(2, "0")}`,
      count: counts.get(week_start) ?? 0,
      over: at + weekMs <= end,
    };
  });
}
