import { formatDate, formatNumber, pluralize, shareLabel } from "@/components/ui/format.ts";
import { usualGreeting } from "@/lib/accounts/users/values.ts";
import { dayNumber } from "@/lib/dates.ts";

/** The greeting for the hour (0 to 23) where the person kept the usual "Welcome!", else their own words. */
export function greeting(own: string, name: string, hour: number): string {
  if (own && own !== usualGreeting) return own;
  const part =
    hour < 5 || hour >= 18 ? "Good evening" : hour < 12 ? "Good morning" : "Good afternoon";
  return name ? `${part}, ${name}` : part;
}

const numberWords = "No One Two Three Four Five Six Seven Eight Nine Ten".split(" ");

/** "Seven things today."; "Nothing waits today." of none. */
export function queueWords(things: number): string {
  if (things === 0) return "Nothing waits for you today.";
  const count = numberWords[things] ?? formatNumber(things);
  return `${count} ${things === 1 ? "thing" : "things"} today.`;
}

type Counts = { applied: number; answered: number };

/** What has been counted since a day, and when the hunt began; days are `YYYY-MM-DD`. */
export type Hunt = Counts & { since: string; firstDay: string | null; today: string };

const patience = "Most answers take a week or two.";

/** Whether it is too early to miss an answer. */
const isFresh = ({ firstDay, today }: Pick<Hunt, "firstDay" | "today">) =>
  firstDay !== null && dayNumber(today) - dayNumber(firstDay) < 14;

/** How the hunt goes, in one sentence or two; "" where nothing has been applied to. */
export function huntWords({ since, applied, answered, ...days }: Hunt): string {
  if (applied === 0) return "";
  const fresh = answered === 0 && isFresh(days);
  if (fresh && applied === 1) return `Your first application. ${patience}`;
  const jobs = `Since ${formatDate(since)} you have applied to ${pluralize(applied, "job")}`;
  if (fresh) return `${jobs}. ${patience}`;
  return `${jobs}; ${answered === 0 ? "no answer yet" : `${shareLabel(answered / applied)} answered`}.`;
}

/** What the chart of weeks shows, in one sentence; it counts from the first week with an application. */
export function weeksFinding(weeks: Counts[], days: Pick<Hunt, "firstDay" | "today">): string {
  const applied = weeks.reduce((sum, week) => sum + week.applied, 0);
  const answered = weeks.reduce((sum, week) => sum + week.answered, 0);
  if (days.firstDay === null) return "Your applications show here, week by week.";
  if (applied === 0) return `No applications in the last ${weeks.length} weeks.`;
  if (applied === 1 && answered === 0 && isFresh(days)) return "Your first application is in.";
  const count = weeks.length - weeks.findIndex((week) => week.applied > 0);
  const all = pluralize(applied, "application");
  const pace =
    count === 1
      ? `${all} this week`
      : `${all} in ${count} weeks, about ${formatNumber(applied / count, 1)} a week`;
  if (answered === 0 && isFresh(days)) return `${pace}.`;
  return `${pace}; ${answered === 0 ? "no answer yet" : `${formatNumber(answered)} answered`}.`;
}
