import { z } from "zod";
import type { emailOpportunity } from "../../db/schema/tracker.ts";
import { localInput, now } from "../dates.ts";
import { anyJson, instantIn, text } from "../fields.ts";
import { postingLimits } from "../postings/values.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { sortedBy, sortOf } from "../search/schema.ts";
import { siteLimits } from "../sites/values.ts";
import { opportunityLimits, recruitersSite } from "./values.ts";

type Limited = keyof typeof opportunityLimits;

const limited = (name: Limited, blank = false) => text({ max: opportunityLimits[name], blank });

/** The fields of an opportunity as the API takes them; `zone` reads date-times without an offset. */
export const opportunityInput = (zone: string) =>
  z.object({
    job_title: limited("job_title"),
    opportunity_status: limited("opportunity_status"),
    recruiter_name: limited("recruiter_name"),
    recruiter_company: limited("recruiter_company"),
    email_received_at: instantIn(zone).optional(),
    employment_type: limited("employment_type").optional(),
    job_duration: limited("job_duration").optional(),
    location_type: limited("location_type").optional(),
    location_city: limited("location_city").optional(),
    comments: anyJson().nullable().optional(),
    job_description: text({ blank: true }).nullable().optional(),
  });

/** The fields that a person's form sends, where all but the title may be empty; its markup comes out safe. */
export const opportunityForm = (zone: string) =>
  z
    .object({
      job_title: limited("job_title"),
      opportunity_status: limited("opportunity_status"),
      recruiter_name: limited("recruiter_name", true),
      recruiter_company: limited("recruiter_company", true),
      email_received_at: z
        .literal("")
        .transform(() => undefined)
        .or(instantIn(zone)),
      employment_type: limited("employment_type", true),
      job_duration: limited("job_duration", true),
      location_type: limited("location_type", true),
      location_city: limited("location_city", true),
      job_description: text({ blank: true }).transform(sanitizeRichText),
    })
    .partial();

type Kept = Pick<typeof emailOpportunity.$inferSelect, Exclude<keyof OpportunityInput, "comments">>;

/** An opportunity that nothing is known of yet. */
export const blankOpportunity = (): Kept => ({
  job_title: "",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name: "",
  recruiter_company: "",
  email_received_at: now(),
  employment_type: "",
  job_duration: "",
  location_type: "",
  location_city: "",
  job_description: "",
});

/** What an opportunity's form begins with, by field. */
export function opportunityFields(row: Kept, zone: string) {
  return {
    job_title: row.job_title,
    opportunity_status: row.opportunity_status,
    recruiter_name: row.recruiter_name,
    recruiter_company: row.recruiter_company,
    email_received_at: localInput(row.email_received_at, zone),
    employment_type: row.employment_type,
    job_duration: row.job_duration,
    location_type: row.location_type,
    location_city: row.location_city,
    job_description: sanitizeRichText(row.job_description ?? ""),
  };
}

const anyStatus = z.string().max(opportunityLimits.opportunity_status);

/** What a click on a status did, as its undo sends it back. */
export const opportunityClick = z.object({
  moment: z.string().max(32),
  to: anyStatus,
  before: anyStatus,
});

export type OpportunityClick = z.infer<typeof opportunityClick>;

/** What a person chooses when an opportunity becomes a posting; the site is named, an empty name means the usual one. */
export const turnInput = z.object({
  company_name: text({ max: postingLimits.company_name }),
  posting_title: text({ max: postingLimits.posting_title }),
  posting_status: text({ max: postingLimits.posting_status }),
  site_name: text({ max: siteLimits.site_name, blank: true }).transform(
    (name) => name || recruitersSite,
  ),
});

export type TurnInput = z.infer<typeof turnInput>;

/** The opportunities page's address: every part optional, a wrong part falls back to its default. */
export const opportunityFilter = z
  .object({
    q: z.string().trim().max(200).default("").catch(""),
    show: z.enum(["all", "active"]).default("all").catch("all"),
    sort: sortOf(["email_received_at", "job_title", "recruiter_name", "opportunity_status"]),
    dir: z.enum(["asc", "desc"]).optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  })
  .transform((filter) => ({ ...filter, sort: sortedBy(filter, "email_received_at") }));

export type OpportunityFilter = z.infer<typeof opportunityFilter>;

export type OpportunityInput = z.infer<ReturnType<typeof opportunityInput>>;
