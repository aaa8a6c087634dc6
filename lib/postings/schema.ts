import { z } from "zod";
import { text } from "../fields.ts";
import { lookParameters } from "../lists/columns.ts";
import { boardParameters } from "../lists/layout.ts";
import { tableFilter } from "../lists/table-filter.ts";
import { typedNumber } from "../lists/typed-number.ts";
import { formOf, initialValues, inputOf, storedValues } from "../records/derive.ts";
import { changedInstant, statusChange } from "../records/status-change.ts";
import { siteLimits } from "../sites/fields.ts";
import { noResponseStatus } from "../statuses/documented.ts";
import { tagParameters } from "../tags/schema.ts";
import { postingFields, postingLimits } from "./fields.ts";
import { postingSorting, postingViews } from "./values.ts";

/** Schema of the API's input; `zone` is for date-times without an offset. */
export const postingInput = inputOf(postingFields);

/** Schema of the contact sub-resource: how, where and through whom the employer was reached. */
export const contactInput = inputOf(postingFields, "contact");

/** Schema of the opening sub-resource: until when it is open, and whom an agency hires for. */
export const postingOpeningInput = inputOf(postingFields, "opening");

export type PostingInput = z.infer<ReturnType<typeof postingInput>>;

/** Values that commands write: any of the fields, which may be empty. */
export type PostingValues = Omit<Partial<PostingInput>, "applied_at"> &
  z.infer<ReturnType<typeof contactInput>> &
  z.infer<ReturnType<typeof postingOpeningInput>> & { applied_at?: string | null };

/**
 * Schema of the posting's form: all values are texts, empty where nothing is entered. Date-times are in
 * `zone`; an empty password keeps the stored one.
 */
export const postingForm = formOf(postingFields, {
  site_name: text({ max: siteLimits.site_name, blank: true }),
});

/** The form's initial values: a posting's, or those of an empty form. Never the password. */
export function postingInitial(
  posting: Parameters<typeof initialValues<typeof postingFields>>[1],
  site_name: string,
  zone: string,
) {
  const posting_status = posting.posting_status ?? noResponseStatus;
  return { ...initialValues(postingFields, { ...posting, posting_status }, zone), site_name };
}

export type PostingInitial = ReturnType<typeof postingInitial>;

/** The form's stored values with the sealed password, to detect an edit conflict. */
export const postingStored = (
  posting: Parameters<typeof storedValues<typeof postingFields>>[1],
  site_name: string,
  zone: string,
): Record<string, string> => ({ ...storedValues(postingFields, posting, zone), site_name });

const status = z.string().max(postingLimits.posting_status);

/** Schema of a posting's status change, for its undo. */
export const postingStatusChange = statusChange(postingLimits.posting_status, {
  posting_status: status,
  applied_at: changedInstant,
  rejected_at: changedInstant,
});

export type PostingStatusChange = z.infer<typeof postingStatusChange>;

const word = (max: number) => z.string().trim().max(max).default("").catch("");
const amount = (max: number) =>
  z.preprocess(
    (value) => (typeof value === "string" ? typedNumber(value) : value),
    z.int().min(1).max(max).optional().catch(undefined),
  );

/** Query parameters of the postings page. */
export const postingFilter = tableFilter(postingSorting, {
  show: z.enum(postingViews).default("all").catch("all"),
  status: z.string().max(32).default("").catch(""),
  site: z.coerce.number().int().positive().optional().catch(undefined),
  since: z.iso.date().optional().catch(undefined),
  place: word(postingLimits.location_type),
  employment: word(postingLimits.employment_type),
  stage: word(postingLimits.rejected_after_stage),
  /** pays as much a year or more, in whole units of any currency */
  pay: amount(1_000_000_000),
  /** waits for an answer for more than so many days */
  waiting: amount(3_650),
  /** the id of an import, and whether only those of its postings that left a question open */
  import: z.coerce.number().int().positive().optional().catch(undefined),
  attention: z.literal("on").optional().catch(undefined),
  ...lookParameters,
  ...tagParameters,
  ...boardParameters(["status", "stage"]),
});

export type PostingFilter = z.infer<typeof postingFilter>;
