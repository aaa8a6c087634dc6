import { z } from "zod";
import { int } from "../fields.ts";
import { interviewLeads } from "./values.ts";

const hour = "Choose an hour from 0 to 23.";
const lead = `Choose between ${interviewLeads.min} and ${interviewLeads.max} minutes.`;

const hourRule = z.int().min(0, hour).max(23, hour);
const leadRule = z.int().min(interviewLeads.min, lead).max(interviewLeads.max, lead);

const orNone = (rule: z.ZodInt) =>
  z.preprocess((value) => (value === "" ? null : value), int().pipe(rule).nullable()).optional();

/** Which reminders a person wants; what is missing stays as it is, null is none. */
export const reminderInput = () =>
  z.object({
    digest_hour: orNone(hourRule),
    interview_minutes: orNone(leadRule),
    push_digest_hour: orNone(hourRule),
    push_interview_minutes: orNone(leadRule),
  });

export type ReminderInput = z.infer<ReturnType<typeof reminderInput>>;

/** The same as the API shows it. */
export const reminderShape = z
  .strictObject({
    digest_hour: z.int().nullable(),
    interview_minutes: z.int().nullable(),
    /** the same for the devices that take notifications */
    push_digest_hour: z.int().nullable(),
    push_interview_minutes: z.int().nullable(),
    /** whether mails can come at all, and else why not */
    available: z.boolean(),
    reason: z.string(),
  })
  .meta({ id: "Reminders" });
