import { usualGreeting } from "@/lib/accounts/users/values.ts";

/** The greeting for the hour (0 to 23) where the person kept the usual "Welcome!", else their own words. */
export function greeting(own: string, name: string, hour: number): string {
  if (own && own !== usualGreeting) return own;
  const part =
    hour < 5 || hour >= 18 ? "Good evening" : hour < 12 ? "Good morning" : "Good afternoon";
  return name ? `${part}, ${name}` : part;
}

/** "1 in 9", or "none" and "every one" at the ends. */
export function oneIn(part: number, whole: number): string {
  if (part === 0) return "none";
  if (part >= whole) return "every one";
  return `1 in ${Math.round(whole / part)}`;
}

/** What the chart of weeks shows, in one sentence. */
export function weeksFinding(weeks: { applied: number; answered: number }[]): string {
  const applied = weeks.reduce((sum, week) => sum + week.applied, 0);
  const answered = weeks.reduce((sum, week) => sum + week.answered, 0);
  if (applied === 0) return `No applications in these weeks yet.`;
  const pace = (applied / weeks.length).toFixed(1).replace(/\.0$/, "");
  return `${applied} ${applied === 1 ? "application" : "applications"} in ${weeks.length} weeks, about ${pace} a week; ${answered || "none"} answered.`;
}
