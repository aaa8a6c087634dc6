import { z } from "zod";
import { storedPattern } from "../day-value.ts";
import { calendarDay, clockTime, int, requiredMessage, text } from "../fields.ts";
import { answerChange } from "../follow-ups/schema.ts";
import { feedContents, feedLimits, movableKinds } from "./values.ts";

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

const planned = { kind: z.enum(movableKinds), id: z.int().positive() };

/** Schema of a move on the calendar page: to a day, and to a time of it where one is given. */
export const moveInput = z.object({
  ...planned,
  day: calendarDay().refine((day) => day < "2101", "Give a year from 1970 to 2100."),
  clock: clockTime().optional(),
});

export type Move = z.infer<typeof moveInput>;

const stored = z.string().regex(storedPattern);

/** Schema of a move, as its undo sends it back; `to` is where it went. */
export const moveChange = z.discriminatedUnion("kind", [
  z.object({
    ...planned,
    kind: z.literal("interview"),
    to: stored,
    before: z.object({ starts_at: stored, ends_at: stored.nullable() }),
  }),
  z.object({ ...planned, kind: z.literal("follow_up"), to: stored, change: answerChange }),
]);

export type MoveChange = z.infer<typeof moveChange>;
