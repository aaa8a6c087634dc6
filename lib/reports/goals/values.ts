/** The most applications a week that anybody means to make. */
export const mostPerWeek = 200;

/** ISO weekdays, Monday first. */
export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** What a person means to do: applications a week (null without a goal), and the days that break no streak. */
export type Goals = { weekly_goal: number | null; rest_days: number[] };
