import { dayNumber } from "../dates.ts";

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "today", "tomorrow", "in 3 days", "2 days ago". */
export const dayWords = (day: string, today: string): string =>
  relative.format(dayNumber(day) - dayNumber(today), "day");

/** The same of a day that is over, and "earlier today". */
export const daysAgo = (day: string, today: string): string =>
  day >= today ? "earlier today" : dayWords(day, today);

/** "1 day", "3 days". */
export const countDays = (days: number): string => (days === 1 ? "1 day" : `${days} days`);

/** "by today", "by tomorrow", "in 3 days"; of a day that is over "by yesterday". */
export const dueWords = (day: string, today: string): string => {
  const days = dayNumber(day) - dayNumber(today);
  return Math.abs(days) <= 1 ? `by ${dayWords(day, today)}` : dayWords(day, today);
};
