import { z } from "zod";
import { int, upTo } from "../../fields.ts";
import { maxPerWeek, weekdays } from "./values.ts";

/** A person's goals as the API writes them. */
export const goalsShape = z
  .strictObject({
    weekly_goal: z.int().min(1).max(maxPerWeek).nullable(),
    rest_days: z.array(z.int().min(1).max(7)),
  })
  .meta({ id: "Goals" });

/** A number per week from 1 to `max`; an empty one is none. */
const perWeek = (max: number, tooFew: string) =>
  z.preprocess(
    (value) => (value === "" ? null : value),
    int()
      .pipe(z.int().min(1, tooFew).max(max, `At most ${max}.`))
      .nullable(),
  );

const weeklyGoal = perWeek(maxPerWeek, "At least 1, or none.");

const weekdayError = "Weekdays are 1 (Monday) to 7 (Sunday).";

const maxListed = 100;

// A form has no lists; there it is "6,7". A longer text is none, and stays one.
const splitList = (value: unknown) =>
  typeof value === "string" && value.length <= 2 * maxListed
    ? value.split(/[\s,]+/).filter((part) => part !== "")
    : value;

const restDays = z.preprocess(
  splitList,
  upTo(
    maxListed,
    z.array(
      z.coerce
        .number({ error: weekdayError })
        .pipe(z.int(weekdayError).min(1, weekdayError).max(7, weekdayError)),
      { error: "Give a list of weekdays, 1 (Monday) to 7 (Sunday)." },
    ),
  )
    .transform((days) => [...new Set(days)].sort((a, b) => a - b))
    .refine((days) => days.length < 7, "Leave at least one day that is no rest day."),
);

/** The API's input; missing fields stay unchanged. */
export const goalsInput = () =>
  z.object({ weekly_goal: weeklyGoal.optional(), rest_days: restDays.optional() });

export type GoalsInput = z.infer<ReturnType<typeof goalsInput>>;

/** The page's form: a checkbox for each weekday, `rest_1` to `rest_7`. */
export const goalsForm = z.preprocess(
  (form) => {
    const sent = form as Record<string, unknown>;
    return {
      weekly_goal: sent.weekly_goal ?? null,
      rest_days: weekdays.map((_, at) => at + 1).filter((day) => sent[`rest_${day}`] === "on"),
    };
  },
  z.object({ weekly_goal: weeklyGoal, rest_days: restDays }),
);

/** The form for the required contacts per week of a work-search log. */
export const contactsForm = z.object({
  required_contacts: perWeek(100, "At least 1, or leave it empty."),
});
