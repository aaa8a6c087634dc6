import { z } from "zod";
import { goalsShape } from "../../goals/operations.ts";
import { dayText } from "../schema.ts";

const count = z.int().min(0);
const streak = z.strictObject({ days: count, first: dayText, last: dayText }).nullable();

export const paceShape = z
  .strictObject({
    since: dayText,
    until: dayText,
    goals: goalsShape,
    applications: count,
    days: z.array(z.strictObject({ day: dayText, count })),
    weeks: z.array(
      z.strictObject({
        week_start: z.iso.date(),
        year: count,
        week: count,
        count,
        whole: z.boolean(),
      }),
    ),
    current: streak,
    longest: streak,
    goal_weeks: z.strictObject({ whole: count, met: count }).nullable(),
    ahead: count,
    undated: count,
  })
  .meta({ id: "Pace" });

export const paceSample = {
  since: "2024-03-01",
  until: "2024-03-12",
  goals: { weekly_goal: 3, rest_days: [6, 7] },
  applications: 4,
  days: [
    { day: "2024-03-08", count: 3 },
    { day: "2024-03-11", count: 1 },
  ],
  weeks: [
    { week_start: "2024-03-04", year: 2024, week: 10, count: 3, whole: true },
    { week_start: "2024-03-11", year: 2024, week: 11, count: 1, whole: false },
  ],
  current: { days: 2, first: "2024-03-08", last: "2024-03-11" },
  longest: { days: 2, first: "2024-03-08", last: "2024-03-11" },
  goal_weeks: { whole: 1, met: 1 },
  ahead: 0,
  undated: 0,
};
