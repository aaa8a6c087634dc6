import { applyTo } from "../follow-ups/values.ts";
import type { TodayItem } from "./values.ts";
import { dayWords } from "./words.ts";

/**
 * Follow-ups and closing days with each posting once: the person's own reminder to apply stands for the line about its
 * closing day, and says when that is.
 */
export function eachOnce<Item extends TodayItem>(
  followUps: readonly TodayItem[],
  deadlines: readonly Item[],
  today: string,
): { followUps: TodayItem[]; deadlines: Item[] } {
  const closing = new Map(
    deadlines.flatMap((item) => (item.rule === "apply" ? [[item.subject?.id, item] as const] : [])),
  );
  const reminded = new Set<Item>();
  const told = followUps.map((item) => {
    const its = item.subject?.kind === "job_posting" ? closing.get(item.subject.id) : undefined;
    if (!its || item.rule !== "follow_up" || !item.title.startsWith(applyTo)) return item;
    reminded.add(its);
    return { ...item, reason: `${item.reason} It closes ${dayWords(its.slips_on, today)}.` };
  });
  return { followUps: told, deadlines: deadlines.filter((item) => !reminded.has(item)) };
}
