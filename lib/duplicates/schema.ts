import { z } from "zod";
import { oneOf, rowReference, text } from "../fields.ts";
import { postingLimits } from "../postings/fields.ts";
import { maxRichLength } from "../records/fields.ts";

const optional = (max: number) => text({ max, blank: true }).optional();

const kinds = ["job_posting", "email_opportunity"] as const;

/** What a look-up of duplicates takes: any of the fields that are compared, and which row they are of, if of one. */
export const comparedInput = z.object({
  /** what it would be added as; an opportunity's text is a mail, and no copy of an advertisement */
  kind: oneOf(kinds).optional(),
  /** the row that is edited, or what was made of it: no duplicate of itself */
  job_posting_id: rowReference().optional(),
  email_opportunity_id: rowReference().optional(),
  company_name: optional(postingLimits.company_name),
  hiring_company: optional(postingLimits.hiring_company),
  posting_title: optional(postingLimits.posting_title),
  posting_url_full: optional(postingLimits.posting_url_full),
  location_city: optional(postingLimits.location_city),
  job_description: optional(maxRichLength),
});

const candidateShape = z
  .strictObject({
    kind: z.enum(kinds),
    id: z.int(),
    /** of an opportunity, whom the agency hires for, or the agency */
    company_name: z.string(),
    posting_title: z.string(),
    /** of an opportunity, when it was offered */
    applied_at: z.string().nullable(),
    reason: z.string(),
  })
  .meta({ id: "DuplicateCandidate" });

const markedShape = z
  .strictObject({
    company_name: z.string(),
    do_not_apply_at: z.string(),
    do_not_apply_why: z.string(),
    reason: z.string(),
  })
  .meta({ id: "MarkedCompany" });

const found = {
  candidates: z.array(candidateShape),
  /** companies among the names that are marked "Do not apply again" */
  do_not_apply: z.array(markedShape),
};

/** The API's answer to a look-up. */
export const candidatesShape = z.strictObject(found);

/** The API's answer where a guarded creation finds candidates. */
const guardedShape = z.strictObject({ detail: z.string(), ...found }).meta({ id: "Duplicates" });

/** The same, or that the first request with an Idempotency-Key still runs. */
export const guardedAnswer = z.union([guardedShape, z.strictObject({ detail: z.string() })]);

/** What is compared of a posting's or an opportunity's fields. */
export type Compared = Partial<
  Record<
    | "company_name"
    | "recruiter_company"
    | "hiring_company"
    | "posting_title"
    | "job_title"
    | "posting_url_full"
    | "location_city"
    | "job_description",
    string | null
  >
>;
