import { formatDate, formatNumber, formatPercent, pluralize } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import { addDays } from "@/lib/dates.ts";
import type { PeriodComparison } from "@/lib/reports/insights/compare.ts";
import type { ComparedPeriod, Figure } from "@/lib/reports/insights/compare-figures.ts";
import {
  type ComparedFigure,
  comparedRates,
  minSampleSize,
} from "@/lib/reports/insights/values.ts";
import { nothingApplied, pWords } from "./findings.ts";

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

const isShare = (name: ComparedFigure) => comparedRates.some((rate) => rate === name);
const totals = ["applications", "minutes"];
const whole = ["applications", "median_days", "minutes"];

const number = (name: ComparedFigure, value: number) =>
  formatNumber(value, whole.includes(name) ? 0 : 1);

/** A figure of one period: a share in percent, else a number; "–" where there is none. */
function valueWords(name: ComparedFigure, value: number | null): string {
  if (value === null) return "–";
  return isShare(name) ? formatPercent(value) : number(name, value);
}

/** A difference with its sign; that of two shares in points. */
function differenceWords({ name, difference }: Figure): string {
  // The periods differ in length, so totals are not compared; the rates per week are.
  if (difference === null || totals.includes(name)) return "–";
  const sign = difference > 0 ? "+" : difference < 0 ? "−" : "±";
  const size = Math.abs(difference);
  return `${sign}${isShare(name) ? `${formatNumber(size * 100, 1)} points` : number(name, size)}`;
}

/** Whether a difference may be noise. */
function verdictWords({ verdict, p }: Figure): string {
  const chance = p === null ? "" : ` (${pWords(p)})`;
  const words = {
    counted: "A plain count",
    too_few: "Too few to tell",
    too_soon: "Too soon: some may still be answered",
    noise: `Could be chance${chance}`,
    higher: `Higher, hardly chance${chance}`,
    lower: `Lower, hardly chance${chance}`,
    sooner: `Sooner, hardly chance${chance}`,
    later: `Later, hardly chance${chance}`,
  };
  return words[verdict];
}

/** Each figure of both periods, the difference, and whether it may be noise. */
export const compareColumns = (second: string): Column<Figure>[] => [
  {
    key: "name",
    label: "Figure",
    cell: ({ name }) => figureLabels[name],
    phone: "title",
    ink: true,
  },
  {
    key: "first",
    label: `Before ${second}`,
    cell: ({ name, first }) => valueWords(name, first),
    align: "end",
    phone: "fact",
  },
  {
    key: "second",
    label: `Since ${second}`,
    cell: ({ name, second }) => valueWords(name, second),
    align: "end",
    phone: "fact",
  },
  { key: "difference", label: "Difference", cell: differenceWords, align: "end", phone: "mark" },
  { key: "verdict", label: "Is it chance?", cell: verdictWords, grow: true },
];

/** "1 Mar 2026 to 30 Jun 2026", "since 1 Jul 2026". */
export function periodWords({ from, to }: Pick<ComparedPeriod, "from" | "to">): string {
  return to === null ? `since ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`;
}

const rateWords: Partial<Record<ComparedFigure, string>> = {
  answered: "get an answer",
  interview: "lead to an interview",
  offer: "lead to an offer",
  rejected: "are rejected",
};

/** The significant differences, or why there are none to report. */
export function compareFinding({ second, periods, figures }: PeriodComparison): string {
  const [before, after] = periods;
  if (before.applications + after.applications === 0) {
    return nothingApplied;
  }
  const since = `Since ${formatDate(second)}`;
  if (Math.min(before.applications, after.applications) < minSampleSize) {
    return `${since} you made ${pluralize(after.applications, "application")}, after ${formatNumber(before.applications)} before it. Too few to tell what changed.`;
  }
  const sure = figures.flatMap(({ name, first, second: now, verdict }) => {
    if (verdict === "sooner" || verdict === "later") return [`answers come ${verdict}`];
    if (verdict !== "higher" && verdict !== "lower") return [];
    return [`${formatPercent(now)} ${rateWords[name]} (${formatPercent(first)} before)`];
  });
  if (sure.length > 0) return `${since}: ${sure.join("; ")}.`;
  return `${since}: no clear change. The differences could all be chance.`;
}

/** What to say where the days of the address could not be taken as they were. */
export function daysNotice(
  asked: { first?: unknown; second?: unknown },
  read: { first?: string | undefined; second?: string | undefined },
  today: string,
  shown: { second: string },
): string {
  const wrong = (["first", "second"] as const).some((name) => asked[name] && !read[name]);
  if (wrong) return "There is no such day, so you see your usual one.";
  if (read.first && read.second && read.first > read.second) {
    return "The days were in the wrong order, so they were swapped.";
  }
  if (read.first && read.first === read.second) {
    return "Both days were the same, so the second is the day after.";
  }
  return shown.second >= addDays(today, 1) ? "The second period has not started yet." : "";
}
