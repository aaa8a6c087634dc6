import { z } from "zod";
import { anyJson, instantIn, int, text } from "../fields.ts";
import { postingLimits } from "../postings/values.ts";
import { opportunityLimits } from "./values.ts";

type Limited = keyof typeof opportunityLimits;

const limited = (name: Limited) => text({ max: opportunityLimits[name] });

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

/** What a person chooses when an opportunity becomes a posting; no site means a new one for recruiters. */
export const turnInput = z.object({
  company_name: text({ max: postingLimits.company_name }),
  posting_title: text({ max: postingLimits.posting_title }),
  posting_status: text({ max: postingLimits.posting_status }),
  job_site_id: z.preprocess((value) => (value === "" ? undefined : value), int().optional()),
});

export type TurnInput = z.infer<typeof turnInput>;

/** The opportunities page's address: every part optional, a wrong part falls back to its default. */
export const opportunityFilter = z.object({
  q: z.string().trim().max(200).default("").catch(""),
  show: z.enum(["all", "active"]).default("active").catch("active"),
  sort: z
    .enum(["email_received_at", "job_title", "recruiter_name", "opportunity_status"])
    .default("email_received_at")
    .catch("email_received_at"),
  dir: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

export type OpportunityFilter = z.infer<typeof opportunityFilter>;

export type OpportunityInput = z.infer<ReturnType<typeof opportunityInput>>;
