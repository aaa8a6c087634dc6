import { z } from "zod";
import { candidatesShape } from "../duplicates/schema.ts";
import { int, text } from "../fields.ts";
import { correctionsInput } from "./corrections.ts";
import { captureSources } from "./posting.ts";

/** The longest address, page and text that are read, in characters. */
export const captureLimits = { url: 2048, html: 5_000_000, text: 500_000 } as const;

/** The longest body in bytes: the longest page in letters of three bytes, and some. */
export const maxCaptureBytes = 16 * 1_048_576;

const long = (max: number) =>
  z
    .string("Not a valid string.")
    .max(max, `Ensure this field has no more than ${max.toLocaleString("en-US")} characters.`);

// What a client does not have it may leave out, or send as null or empty.
const given = <T extends z.ZodType>(rule: T) =>
  z.preprocess((value) => value || undefined, rule.optional()).optional();

const read = {
  url: given(text({ max: captureLimits.url })),
  html: given(long(captureLimits.html)),
  text: given(long(captureLimits.text)),
};

const index = () => int().pipe(z.int().min(0, "Postings count from 0.")).optional();

const oneIsGiven = ({ url, html, text }: { url?: unknown; html?: unknown; text?: unknown }) =>
  url !== undefined || html !== undefined || text !== undefined;

/** Schema of what is read, and how it is saved; `correctionsInput` reads the corrections, so that faults stand at their fields. */
export const captureInput = z
  .object({ ...read, index: index(), corrections: z.record(z.string(), z.unknown()).optional() })
  .refine(oneIsGiven, "Send a page (html), an address (url) or a text (text).");

/** The same as it is described. */
export const captureDescribed = z.object({
  url: z.string().max(captureLimits.url).optional().describe("The page's address"),
  html: z
    .string()
    .max(captureLimits.html)
    .optional()
    .describe("The page itself, or a board's JSON or XML; without it the address is fetched"),
  text: z.string().max(captureLimits.text).optional().describe("The posting as plain text"),
  index: z.int().min(0).optional().describe("Which posting is saved, of several"),
  corrections: correctionsInput("UTC")
    .optional()
    .describe("What is saved in place of what was read, by the fields of a posting"),
});

const line = z.string().nullable();

const payShape = z
  .strictObject({
    min: z.number().nullable(),
    max: z.number().nullable(),
    /** ISO 4217 */
    currency: line,
    period: z.enum(["hour", "day", "week", "month", "year"]).nullable(),
  })
  .meta({ id: "CapturedPay" });

const foundShape = z
  .strictObject({
    source: z.enum(captureSources),
    confidence: z.enum(["sure", "likely", "doubtful"]),
    why: z.string().optional(),
    choices: z.array(z.string()).optional(),
    line: z.int().optional(),
  })
  .meta({ id: "CapturedFrom" });

const capturedShape = z
  .strictObject({
    company_name: line,
    hiring_company: line,
    posting_title: line,
    locations: z.array(z.string()),
    /** the first of the places */
    location_city: line,
    location_type: line,
    employment_type: line,
    pay: payShape.nullable(),
    /** the pay as a person writes it: "€70,000–95,000 a year" */
    pay_range: line,
    posted_on: line,
    closes_on: line,
    posting_url_full: line,
    posting_url_domain: line,
    job_id: line,
    technology_string: line,
    job_description: line,
    /** who signs a recruiter's mail */
    contact_person: line,
    contact_email: line,
    /** field → where it was read, and how sure it is */
    found: z.record(z.string(), foundShape),
    /** what of the person's own may be the same job, as /api/job_posting/similar/ says it */
    known: candidatesShape,
  })
  .meta({ id: "CapturedPosting" });

/** The API's answer. */
export const captureAnswer = z
  .strictObject({
    postings: z.array(capturedShape),
    /** whether the page lists several postings, so that none of them is the posting */
    is_list: z.boolean(),
    /** what could not be read, as a sentence */
    note: line,
    /** with save=1: the posting, and the path of its page on this host */
    saved: z.strictObject({ id: z.int(), url: z.string() }).optional(),
  })
  .meta({ id: "Capture" });

export type CaptureAnswer = z.infer<typeof captureAnswer>;
export type CapturedAnswer = z.infer<typeof capturedShape>;

/** Schema of what the address asks for. */
export const captureQuery = z.object({
  save: z
    .string()
    .optional()
    .describe(
      "`1` to add the posting, with the corrections; as saved unless `posting_status` says otherwise",
    ),
  guard: z
    .string()
    .optional()
    .describe("With save=1: `1` to add it only where it is no duplicate, as at /api/job_posting/"),
});
