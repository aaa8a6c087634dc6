import { z } from "zod";
import { canonicalTimeZone } from "../env.ts";
import { instantInZone, int, rowReference, text as textRule } from "../fields.ts";
import { limitsOf } from "../records/derive.ts";
import { type Field, instant, integer, rich, text } from "../records/fields.ts";
import { webAddressRule } from "../records/form-values.ts";
import { interviewLengths, outcomes } from "./values.ts";

const { kind: kindMax, place: placeMax, url: urlMax, time_zone: zoneMax } = interviewLengths;

/** The id of the posting or the opportunity that an interview is about: one of them, the other is null. */
const subject = (label: string, sample: number | null) =>
  ({
    label,
    sample,
    wire: "integer",
    nullable: true,
    api: () => rowReference().nullable().optional(),
  }) as const satisfies Field;

const yearMessage = "Give a year from 1970 to 2100.";
const isPlausible = (stored: string) => stored >= "1970" && stored < "2101";

const startRule = (zone: string) => instantInZone(zone).refine(isPlausible, yearMessage);
const endRule = (zone: string) => startRule(zone).nullable().optional();

const zoneRule = () =>
  textRule({
    max: zoneMax,
    blank: true,
    ruleAfter: (value) =>
      canonicalTimeZone(value)
        ? null
        : "That is no time zone. Give its IANA name, like Europe/Berlin.",
  })
    .transform((value) => value || null)
    .nullable();

const outcomeRule = () =>
  z.enum(["", ...outcomes], { error: `Give one of ${outcomes.join(", ")}, or leave it empty.` });

const sequence = z.int().min(0, "It counts from 0.");

/** The fields of an interview, in the order of the API. */
export const interviewFields = {
  job_posting_id: subject("Posting", 1),
  email_opportunity_id: subject("Opportunity", null),
  starts_at: {
    ...instant("Starts", { sample: "2024-04-10T10:00:00-07:00" }),
    api: startRule,
  },
  ends_at: {
    ...instant("Ends", { nullable: true, sample: "2024-04-10T11:00:00-07:00" }),
    api: endRule,
  },
  time_zone: {
    ...text("Time zone", zoneMax, {
      nullable: true,
      search: 8,
      sample: "America/Los_Angeles",
    }),
    wire: "zone" as const,
    api: () => zoneRule().optional(),
    form: zoneRule,
  },
  kind: text("Round", kindMax, { blank: true, search: "name", sample: "Hiring Manager Interview" }),
  place: text("Place", placeMax, { blank: true, search: 3, sample: "" }),
  url: {
    ...text("Link", urlMax, { blank: true, search: 4, sample: "https://meet.example/fern" }),
    form: () => webAddressRule(urlMax),
  },
  prepare: rich("To prepare", { search: 2, sample: "<p>Ask who decides</p>" }),
  notes: rich("What was said", { search: 1, sample: "" }),
  outcome: {
    ...text("Outcome", 16, { blank: true, search: 5, sample: "" }),
    api: () => outcomeRule().optional(),
    form: outcomeRule,
  },
  invitation_uid: text("Invitation", 1024, { blank: true, search: 9, sample: "" }),
  invitation_sequence: {
    ...integer("Version of the invitation", { limits: [sequence], sample: 0 }),
    api: () => int().pipe(sequence).optional(),
  },
};

/** The maximal length of each text field, in code points. */
export const interviewLimits = limitsOf(interviewFields);
