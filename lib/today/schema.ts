import { z } from "zod";
import { calendarDay, int } from "../fields.ts";
import { answerChange } from "../follow-ups/schema.ts";
import { kindNames } from "../kinds.ts";
import { answers, followUpRules, maxRows, rules, suggestionRules } from "./values.ts";

const subjectShape = z.strictObject({
  kind: z.enum([...new Set([...kindNames, "contact"])] as [string, ...string[]]),
  id: z.int(),
  name: z.string(),
});

/** The API's response of today's queue. */
export const todayShape = z
  .strictObject({
    date: z.string().meta({ format: "date" }),
    /** after how many days a posting counts as quiet, and from how many answers that is known */
    quiet_after: z.strictObject({ days: z.int(), answers: z.int(), reason: z.string() }),
    items: z.array(
      z.strictObject({
        rule: z.enum(rules),
        ids: z.array(z.int()),
        subject: subjectShape.nullable(),
        title: z.string(),
        reason: z.string(),
        slips_on: z.string().meta({ format: "date" }),
        slips_at: z.string().meta({ format: "date-time" }).nullable(),
        answers: z.array(z.enum([...answers, "open"])),
      }),
    ),
  })
  .meta({ id: "Today" });

/** Schema of an answer to items of the queue. */
export const todayAnswer = () =>
  z.object({
    rule: z.enum(rules),
    ids: z.array(int()).min(1).max(maxRows),
    answer: z.enum(answers),
    until: calendarDay().optional(),
  });

/** Schema of an answer, as its undo sends it back. */
export const todayChange = z.union([
  z.object({
    rule: z.enum(followUpRules),
    changes: z.array(z.object({ id: z.int().positive(), change: answerChange })).max(maxRows),
  }),
  z.object({
    rule: z.enum(suggestionRules),
    ids: z.array(z.int().positive()).max(maxRows),
    moment: answerChange.shape.moment,
  }),
]);

export type TodayChange = z.infer<typeof todayChange>;

export type TodayAnswer = z.infer<ReturnType<typeof todayAnswer>>;
