import { z } from "zod";
import { int, requiredMessage, text } from "../fields.ts";
import { feedContents, feedLimits } from "./values.ts";

const contains = z
  .array(z.enum(feedContents, { error: `Choose among ${feedContents.join(", ")}.` }), {
    error: (issue) => (issue.input === undefined ? requiredMessage : "Expected a list."),
  })
  .min(1, "Choose at least one.")
  .transform((chosen) => feedContents.filter((content) => chosen.includes(content)));

const alarm = `Choose between 0 and ${feedLimits.alarmMinutes} minutes.`;

/** A new calendar feed; `alarm_minutes` is how long before an interview the calendar reminds. */
export const feedInput = () =>
  z.object({
    name: text({ max: feedLimits.name }),
    contains,
    alarm_minutes: int()
      .pipe(z.int().min(0, alarm).max(feedLimits.alarmMinutes, alarm))
      .nullable()
      .optional(),
  });

export type FeedInput = z.infer<ReturnType<typeof feedInput>>;
