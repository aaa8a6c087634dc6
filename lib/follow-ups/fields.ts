import { z } from "zod";
import { int } from "../fields.ts";
import { day, stamp } from "../records/day-fields.ts";
import { limitsOf } from "../records/derive.ts";
import { choice, instant, integer, optionalReference, text } from "../records/fields.ts";
import { followUpStates, maxRepeatDays, maxWhatLength } from "./values.ts";

const message = `Give a number of days from 1 to ${maxRepeatDays}.`;
const repeatDays = z.int().min(1, message).max(maxRepeatDays, message);

/** The fields of a follow-up, in the order of the API. */
export const followUpFields = {
  what: text("What", maxWhatLength, {
    required: true,
    formRequired: true,
    search: "name",
    sample: "Ask Robin how the talks went",
  }),
  due_on: day("Due", { sample: "2024-06-10" }),
  due_at: instant("Time", { nullable: true, sample: "2024-06-10T09:30:00-07:00" }),
  state: choice("State", followUpStates, { sample: "open" }),
  snoozed_until: day("Snoozed until", { nullable: true, sample: null }),
  repeat_days: {
    ...integer("Repeat after", { nullable: true, limits: [repeatDays], sample: null }),
    api: () => int().pipe(repeatDays).nullable().optional(),
  },
  job_posting_id: optionalReference("Posting", { sample: 1 }),
  email_opportunity_id: optionalReference("Opportunity", { sample: null }),
  contact_id: optionalReference("Contact", { sample: null }),
  job_site_id: optionalReference("Site", { sample: null }),
  closed_at: stamp("Closed", { sample: null }),
};

/** The maximal length of each text field, in code points. */
export const followUpLimits = limitsOf(followUpFields);
