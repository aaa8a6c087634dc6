import { formatDate, formatNumber } from "@/components/ui/format.ts";
import { addDays } from "@/lib/dates.ts";
import type { PeriodComparison } from "@/lib/reports/insights/compare.ts";
import type { ComparedPeriod, Figure } from "@/lib/reports/insights/compare-figures.ts";
import { type ComparedFigure, minSampleSize } from "@/lib/reports/insights/values.ts";
import { formatPercent, pluralize, shareLabel } from "../../ui/format.ts";

export const figureLabels: Record<ComparedFigure, string> = {
  applications: "Applications",
  per_week: "Applications per week",
  answered: "Answered",
  interview: "Interview",
  offer: "Offer",
  rejected: "Rejected",
  median_days: "Median days to an answer",
  minutes: "Minutes spent",
  minutes_per_application: "Minutes per application",
};

const shares = ["answered", "interview", "offer", "rejected"];
const isShare = (name: ComparedFigure) => shares.includes(name);
const whole = ["applications", "median_days", "minutes"];

const number = (name: ComparedFigure, value: number) =>
  formatNumber(value, whole.includes(name) ? 0 : 1);

/** A figure of one period: a share in percent, else a number; "–" where there is none. */
export function valueWords(name: ComparedFigure, value: number | null): string {
  if (value === null) return "–";
  return isShare(name) ? formatPercent(value) : number(name, value);
}

/** A difference with its sign; that of two shares in points. */
export function differenceWords({ name, difference }: Figure): string {
  if (difference === null) return "–";
  const size = Math.abs(difference) * (isShare(name) ? 100 : 1);
  const words = `${isShare(name) ? number("per_week", size) : number(name, size)}${isShare(name) ? " points" : ""}`;
  return `${difference > 0 ? "+" : difference < 0 ? "−" : "±"}${words}`;
}

const chance = (p: number | null) =>
  p === null ? "" : p < 0.001 ? " (p < 0.001)" : ` (p = ${p.toFixed(3)})`;

/** Whether a difference may be noise. */
export function verdictWords({ verdict, p }: Figure): string {
  const words = {
    counted: "Counted, not a matter of chance",
    too_few: "Too few to tell",
    too_soon: "Too soon: open ones may close it",
    noise: `May be noise${chance(p)}`,
    higher: `Higher, hardly noise${chance(p)}`,
    lower: `Lower, hardly noise${chance(p)}`,
    sooner: `Sooner, hardly noise${chance(p)}`,
    later: `Later, hardly noise${chance(p)}`,
  };
  return words[verdict];
}

/** "1 Mar 2026 to 30 Jun 2026", "since 1 Jul 2026". */
export function periodWords({ from, to }: Pick<ComparedPeriod, "from" | "to">): string {
  return to === null ? `since ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`;
}

/** What differs for sure, or why nothing can be said. */
export function compareFinding({ second, periods, figures }: PeriodComparison): string {
  const [before, after] = periods;
  if (before.applications + after.applications === 0) {
    return "You have applied to nothing since this day yet.";
  }
  const since = `Since ${formatDate(second)}`;
  if (Math.min(before.applications, after.applications) < minSampleSize) {
    return `${since} you made ${pluralize(after.applications, "application")}, after ${formatNumber(before.applications)} in the time before: too few to tell what changed.`;
  }
  const sure = figures.flatMap(({ name, first, second: now, verdict }) => {
    if (verdict === "sooner" || verdict === "later") return [`answers come ${verdict}`];
    if (verdict !== "higher" && verdict !== "lower") return [];
    const words = { answered: "get an answer", interview: "lead to an interview" } as const;
    const what =
      name === "answered" || name === "interview"
        ? words[name]
        : name === "offer"
          ? "lead to an offer"
          : "are rejected";
    return [`${shareLabel(now ?? 0)} ${what}, where it was ${shareLabel(first ?? 0)} before`];
  });
  if (sure.length > 0) return `${since}: ${sure.join("; ")}.`;
  return `${since} nothing differs from before by more than noise could make.`;
}

/** What to say where the days of the address could not be taken as they were. */
export function daysNotice(
  asked: { first?: unknown; second?: unknown },
  read: { first?: string | undefined; second?: string | undefined },
  today: string,
  shown: { second: string },
): string {
  const wrong = (["first", "second"] as const).some((name) => asked[name] && !read[name]);
  if (wrong) return "There is no such day, so your usual one is taken.";
  if (read.first && read.second && read.first > read.second) {
    return "Your days came in the wrong order, so they are swapped.";
  }
  if (read.first && read.first === read.second) {
    return "Both days are the same, so the second is taken as the day after.";
  }
  return shown.second >= addDays(today, 1) ? "The second period has not begun yet." : "";
}
