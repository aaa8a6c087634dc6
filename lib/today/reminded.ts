import { applyTo } from "../follow-ups/values.ts";
import type { DeadlineItem } from "./deadlines.ts";
import type { SuggestionRule, TodayItem } from "./values.ts";
import { dayWords } from "./words.ts";

/**
 * Follow-ups and closing days with each posting once: the person's own reminder to apply stands for the line about its
 * closing day, and says when that is.
 */
export function eachOnce(
  followUps: readonly TodayItem[],
  deadlines: readonly DeadlineItem[],
  today: string,
): { followUps: TodayItem[]; deadlines: (TodayItem & { rule: SuggestionRule })[] } {
  const closing = new Map(
    deadlines.flatMap((item) => (item.is_reminded ? [[item.subject?.id, item] as const] : [])),
  );
  const told = followUps.map((item) => {
    const its = item.subject?.kind === "job_posting" ? closing.get(item.subject.id) : undefined;
    if (!its || item.rule !== "follow_up" || !item.title.startsWith(applyTo)) return item;
    return { ...item, reason: `${item.reason} It closes ${dayWords(its.slips_on, today)}.` };
  });
  const others = deadlines.filter((item) => !item.is_reminded);
  return { followUps: told, deadlines: others.map(({ is_reminded: _, ...item }) => item) };
}
