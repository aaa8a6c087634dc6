/** The highest weekly goal. */
export const maxPerWeek = 200;

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

/** Applications per week (null without a goal), and the ISO weekdays that do not break a streak. */
export type Goals = { weekly_goal: number | null; rest_days: number[] };
