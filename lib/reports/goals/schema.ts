import { z } from "zod";
import { int } from "../../fields.ts";
import { mostPerWeek, weekdays } from "./values.ts";

const orNull = (value: unknown) => (value === "" ? null : value);

const weeklyGoal = z.preprocess(
  orNull,
  int()
    .pipe(z.int().min(1, "At least 1, or none.").max(mostPerWeek, `At most ${mostPerWeek}.`))
    .nullable(),
);

const noWeekday = "Weekdays are 1 (Monday) to 7 (Sunday).";

// A form has no lists; there it is "6,7".
const listed = (value: unknown) =>
  typeof value === "string" ? value.split(/[\s,]+/).filter((part) => part !== "") : value;

const restDays = z.preprocess(
  listed,
  z
    .array(
      z.coerce
        .number({ error: noWeekday })
        .pipe(z.int(noWeekday).min(1, noWeekday).max(7, noWeekday)),
      { error: "Give a list of weekdays, 1 (Monday) to 7 (Sunday)." },
    )
    .transform((days) => [...new Set(days)].sort((a, b) => a - b))
    .refine((days) => days.length < 7, "Leave at least one day that is no rest day."),
);

/** The goals as the API takes them; what is not sent is kept. */
export const goalsInput = () =>
  z.object({ weekly_goal: weeklyGoal.optional(), rest_days: restDays.optional() });

export type GoalsInput = z.infer<ReturnType<typeof goalsInput>>;

/** The page's form: a box for each weekday, `rest_1` to `rest_7`. */
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

const maxContacts = 100;

/** The form of the contacts that a work-search proof must show each week. */
export const contactsForm = z.object({
  required_contacts: z.preprocess(
    orNull,
    int()
      .pipe(
        z
          .int()
          .min(1, "At least 1, or leave it empty.")
          .max(maxContacts, `At most ${maxContacts}.`),
      )
      .nullable(),
  ),
});
