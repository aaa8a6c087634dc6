import type { Pipeline } from "@/lib/reports/insights/pipeline.ts";
import type { StatusKind } from "@/lib/statuses/documented.ts";
import { formatNumber, pluralize } from "../../ui/format.ts";

export const kindLabels: Record<StatusKind, string> = {
  saved: "Saved",
  waiting: "Waiting",
  engaged: "Engaged",
  offer: "Offer",
  rejected: "Rejected",
  closed: "Closed",
};

/** How the pipeline stood, in a sentence; `when` is the day in words. */
export function pipelineFinding({ total, counts, first_day }: Pipeline, when: string): string {
  if (first_day === null) return "You have no postings yet.";
  if (total === 0) return `On ${when} there was nothing yet. Your first posting came later.`;
  const open = counts.waiting + counts.engaged + counts.offer;
  const live = [
    counts.engaged > 0 && `${formatNumber(counts.engaged)} in talks`,
    counts.offer > 0 && pluralize(counts.offer, "offer"),
  ].filter(Boolean);
  const also = live.length > 0 ? `, with ${live.join(" and ")}` : "";
  return `On ${when} you had ${pluralize(total, "posting")}; ${formatNumber(open)} were open${also}.`;
}

/** The day in the address, and what to say where it could not be taken as it was. */
export function dayNotice(asked: unknown, day: string | undefined, shown: string): string {
  if (asked === undefined || asked === "") return "";
  if (day === undefined) return "There is no such day, so you see today.";
  return day > shown ? "That day is in the future, so you see today." : "";
}
