import { z } from "zod";
import { formatInstant } from "../dates.ts";
import { calendarDay, clockTime, text } from "../fields.ts";
import { type Sorting, tableFilter } from "../lists/table-filter.ts";
import { formOf, initialValues, inputOf } from "../records/derive.ts";
import { changedInstant } from "../records/status-change.ts";
import { followUpFields } from "./fields.ts";
import { followUpStates, maxWhenLength, subjectFields } from "./values.ts";

/** Schema of the API's input; `zone` is for date-times without an offset. */
export const followUpInput = inputOf(followUpFields);

export type FollowUpInput = z.infer<ReturnType<typeof followUpInput>>;

/** Schema of the form: the words for a day where there are some, else a day and a time. */
export const followUpForm = formOf(followUpFields, {
  when: text({ max: maxWhenLength, blank: true }),
  due_time: z.literal("").or(clockTime()),
});

/** Initial values of the form. */
export const followUpInitial = (
  row: Parameters<typeof initialValues<typeof followUpFields>>[1],
  zone: string,
) => ({
  ...initialValues(followUpFields, row, zone),
  due_time: typeof row.due_at === "string" ? formatInstant(row.due_at, zone).slice(11, 16) : "",
});

/** Schema of what a new follow-up is about, as its form says it. */
export const subjectInput = z
  .object({ field: z.enum(subjectFields), id: z.int().positive() })
  .nullable()
  .catch(null);

/** Schema of an answer to a follow-up, as its undo sends it back. */
export const answerChange = z.object({
  moment: changedInstant.unwrap(),
  before: z.object({
    state: z.enum(followUpStates),
    due_on: calendarDay(),
    due_at: changedInstant,
    snoozed_until: calendarDay().nullable(),
    closed_at: changedInstant,
    /** of the site that a look was noted at */
    last_visited_at: changedInstant,
  }),
});

export type AnswerChange = z.infer<typeof answerChange>;

/** The sorts of the follow-ups table. */
export const followUpSorting = {
  sorts: ["due_on", "what"],
  usual: "due_on",
  descending: [],
} as const satisfies Sorting<string>;

/** Query parameters of the follow-ups page. */
export const followUpFilter = tableFilter(followUpSorting, {
  show: z.enum(["all", "open"]).default("all").catch("all"),
});

export type FollowUpFilter = z.infer<typeof followUpFilter>;
