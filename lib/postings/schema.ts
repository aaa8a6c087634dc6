import { z } from "zod";
import { anyJson, bool, instantIn, int, reference, text } from "../fields.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { sortedBy, sortOf } from "../search/schema.ts";
import { siteLimits } from "../sites/values.ts";
import { postingLimits, postingViews } from "./values.ts";

type Limited = keyof typeof postingLimits;

const maxMinutes = 2_147_483_647;
const tooLong = "That is too long.";

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

/** How, where and through whom the employer was reached: beside the documented fields, never among them. */
export const contactInput = () =>
  z.object({
    contact_method: limited("contact_method", true).optional(),
    employer_address: limited("employer_address", true).optional(),
    contact_person: limited("contact_person", true).optional(),
  });

export type ContactInput = z.infer<ReturnType<typeof contactInput>>;

export type PostingInput = z.infer<ReturnType<typeof postingInput>>;

/** What the commands write: any of the fields, blanks allowed (a person may clear a field). */
export type PostingValues = Omit<Partial<PostingInput>, "applied_at"> &
  ContactInput & { applied_at?: string | null };

const blankNull = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => (value === "" ? null : value), inner.nullable());

const needed = (why: string) =>
  z.unknown().refine((value) => typeof value !== "string" || value.trim() !== "", why);

/** JSON that a form shows as lines: what begins like a list or an object is read as JSON, else each line is a text. */
const lines = z.string().transform((value, ctx) => {
  const text = value.trim();
  if (!/^[[{]/.test(text)) {
    return text.split(/\r?\n/).flatMap((line) => (line.trim() ? [line.trim()] : []));
  }
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    ctx.addIssue({ code: "custom", message: "This begins like JSON and is not." });
    return z.NEVER;
  }
});

/**
 * The fields of a posting as the form sends them: all texts, blank where nothing is said. Date-times are in
 * `zone`; a password that is left blank is kept.
 */
export const postingForm = (zone: string) =>
  z
    .object({
      company_name: needed("A posting needs a company.").pipe(limited("company_name")),
      posting_title: needed("A posting needs a title.").pipe(limited("posting_title")),
      site_name: text({ max: siteLimits.site_name, blank: true }),
      posting_status: limited("posting_status"),
      posting_url_full: limited("posting_url_full", true),
      posting_url_domain: limited("posting_url_domain", true),
      pay_range: limited("pay_range", true),
      location_type: limited("location_type", true),
      location_city: limited("location_city", true),
      employment_type: limited("employment_type", true),
      applied_at: blankNull(instantIn(zone)),
      interviewed_at: blankNull(instantIn(zone)),
      rejected_at: blankNull(instantIn(zone)),
      rejected_after_stage: limited("rejected_after_stage", true),
      job_scan_info: limited("job_scan_info", true),
      outreach_info: limited("outreach_info", true),
      time_spent: blankNull(
        int().pipe(z.int().min(0, "Minutes count from 0.").max(maxMinutes, tooLong)),
      ),
      technology_string: limited("technology_string", true),
      technology_stack: lines,
      posting_application_questions: lines,
      job_description: text({ blank: true }).transform(sanitizeRichText),
      posting_password: limited("posting_password", true),
      remove_password: bool(),
      ...contactInput().shape,
    })
    .partial()
    .transform(({ posting_password, remove_password, ...fields }) => {
      if (posting_password) return { ...fields, posting_password };
      return remove_password ? { ...fields, posting_password: null } : fields;
    });

const storedInstant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const anyStatus = z.string().max(postingLimits.posting_status);

/** What a click on a status did, as its undo sends it back. */
export const statusClick = z.object({
  moment: storedInstant,
  to: anyStatus,
  before: z.object({
    posting_status: anyStatus,
    applied_at: storedInstant.nullable(),
    rejected_at: storedInstant.nullable(),
  }),
});

export type StatusClick = z.infer<typeof statusClick>;

/** The postings page's address: every part optional, a wrong part falls back to its default. */
export const postingFilter = z
  .object({
    q: z.string().trim().max(200).default("").catch(""),
    show: z.enum(postingViews).default("all").catch("all"),
    status: z.string().max(32).default("").catch(""),
    site: z.coerce.number().int().positive().optional().catch(undefined),
    since: z.iso.date().optional().catch(undefined),
    sort: sortOf(["applied_at", "company_name", "posting_title", "posting_status"]),
    dir: z.enum(["asc", "desc"]).optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  })
  .transform((filter) => ({ ...filter, sort: sortedBy(filter, "applied_at") }));

export type PostingFilter = z.infer<typeof postingFilter>;
