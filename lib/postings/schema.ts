import { z } from "zod";
import { text } from "../fields.ts";
import { tableFilter } from "../lists/table-filter.ts";
import { formOf, initialValues, inputOf, storedValues } from "../records/derive.ts";
import { changedInstant, statusChange } from "../records/status-change.ts";
import { siteLimits } from "../sites/fields.ts";
import { postingFields, postingLimits } from "./fields.ts";
import { postingSorting, postingViews, quietStatus } from "./values.ts";

/** The fields of a posting as the API takes them; `zone` reads date-times without an offset. */
export const postingInput = inputOf(postingFields);

/** How, where and through whom the employer was reached: beside the documented fields, never among them. */
export const contactInput = inputOf(postingFields, "contact");

export type PostingInput = z.infer<ReturnType<typeof postingInput>>;

/** What the commands write: any of the fields, blanks allowed (a person may clear a field). */
export type PostingValues = Omit<Partial<PostingInput>, "applied_at"> &
  z.infer<ReturnType<typeof contactInput>> & { applied_at?: string | null };

/**
 * The fields of a posting as the form sends them: all texts, blank where nothing is said. Date-times are in
 * `zone`; a password that is left blank is kept.
 */
export const postingForm = (zone: string) =>
  formOf(postingFields, zone, { site_name: text({ max: siteLimits.site_name, blank: true }) });

/** What the form's fields begin with: a posting's values, or those of an empty form. The password is never among them. */
export function postingInitial(
  posting: Parameters<typeof initialValues<typeof postingFields>>[1],
  site_name: string,
  zone: string,
) {
  const posting_status = posting.posting_status ?? quietStatus;
  return { ...initialValues(postingFields, { ...posting, posting_status }, zone), site_name };
}

export type PostingInitial = ReturnType<typeof postingInitial>;

/** The values of the form's fields as they are stored now, to see whether another save came between. */
export const postingStored = (
  posting: Parameters<typeof storedValues<typeof postingFields>>[1],
  site_name: string,
  zone: string,
): Record<string, string> => ({ ...storedValues(postingFields, posting, zone), site_name });

const status = z.string().max(postingLimits.posting_status);

/** What a click on a posting's status did. */
export const postingStatusChange = statusChange(postingLimits.posting_status, {
  posting_status: status,
  applied_at: changedInstant,
  rejected_at: changedInstant,
});

export type PostingStatusChange = z.infer<typeof postingStatusChange>;

/** The postings page's address. */
export const postingFilter = tableFilter(postingSorting, {
  show: z.enum(postingViews).default("all").catch("all"),
  status: z.string().max(32).default("").catch(""),
  site: z.coerce.number().int().positive().optional().catch(undefined),
  since: z.iso.date().optional().catch(undefined),
});

export type PostingFilter = z.infer<typeof postingFilter>;
