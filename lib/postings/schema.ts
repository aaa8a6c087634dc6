import { z } from "zod";
import { anyJson, instantIn, int, reference, text } from "../fields.ts";
import { postingLimits } from "./values.ts";

type Limited = keyof typeof postingLimits;

const limited = (name: Limited, blank = false) => text({ max: postingLimits[name], blank });

/** The fields of a posting as the API takes them; `zone` reads date-times without an offset. */
export const postingInput = (zone: string) =>
  z.object({
    job_site_id: reference(),
    job_description: text(),
    company_name: limited("company_name").optional(),
    posting_title: limited("posting_title").optional(),
    posting_status: limited("posting_status").optional(),
    posting_url_full: limited("posting_url_full").optional(),
    posting_url_domain: limited("posting_url_domain").optional(),
    posting_password: limited("posting_password", true).nullable().optional(),
    pay_range: limited("pay_range").optional(),
    location_type: limited("location_type").optional(),
    location_city: limited("location_city").optional(),
    employment_type: limited("employment_type").optional(),
    applied_at: instantIn(zone).optional(),
    interviewed_at: instantIn(zone).nullable().optional(),
    rejected_at: instantIn(zone).nullable().optional(),
    rejected_after_stage: limited("rejected_after_stage").optional(),
    job_scan_info: limited("job_scan_info", true).nullable().optional(),
    outreach_info: limited("outreach_info", true).nullable().optional(),
    time_spent: int().nullable().optional(),
    technology_string: limited("technology_string", true).optional(),
    technology_stack: anyJson().nullable().optional(),
    comments: anyJson().nullable().optional(),
    posting_application_questions: anyJson().nullable().optional(),
  });

export type PostingInput = z.infer<ReturnType<typeof postingInput>>;

/** What the commands write: any of the fields, blanks allowed (a person may clear a field). */
export type PostingValues = Omit<Partial<PostingInput>, "applied_at"> & {
  applied_at?: string | null;
};

/** The postings page's address: every part optional, a wrong part falls back to its default. */
export const postingFilter = z.object({
  q: z.string().trim().max(200).default("").catch(""),
  show: z.enum(["all", "active", "saved", "waiting", "closed"]).default("all").catch("all"),
  status: z.string().max(32).default("").catch(""),
  site: z.coerce.number().int().positive().optional().catch(undefined),
  since: z.iso.date().optional().catch(undefined),
  sort: z
    .enum(["applied_at", "company_name", "posting_title", "posting_status"])
    .default("applied_at")
    .catch("applied_at"),
  dir: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

export type PostingFilter = z.infer<typeof postingFilter>;
