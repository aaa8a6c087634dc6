import { z } from "zod";
import { Invalid } from "../errors.ts";
import { rowReference } from "../fields.ts";
import { tableFilter } from "../lists/table-filter.ts";
import { formOf, initialValues, inputOf } from "../records/derive.ts";
import { tagParameters } from "../tags/schema.ts";
import { contactFields } from "./fields.ts";
import { contactSorting } from "./values.ts";

/** Schema of the API's input; `zone` is for date-times without an offset. */
export const contactInput = inputOf(contactFields);

export type ContactInput = z.infer<ReturnType<typeof contactInput>>;

/** Schema of the contact's form; rich text is sanitised. */
export const contactForm = formOf(contactFields);

/** Initial values of a contact's form. */
export const contactInitial = (
  row: Parameters<typeof initialValues<typeof contactFields>>[1],
  zone: string,
) => initialValues(contactFields, row, zone);

/** Query parameters of the contacts page. */
export const contactFilter = tableFilter(contactSorting, tagParameters);

export type ContactFilter = z.infer<typeof contactFilter>;

/** What a contact can be linked to, by the name of the column that holds its id. */
export const linkTargets = {
  job_posting_id: "job_posting",
  email_opportunity_id: "email_opportunity",
  job_site_id: "job_site",
  interview_id: "interview",
} as const;

export type LinkColumn = keyof typeof linkTargets;

/** The one thing that a contact is linked to. */
export type LinkTarget = { column: LinkColumn; id: number };

const columns = Object.keys(linkTargets) as LinkColumn[];

const id = () => rowReference().nullable().optional();

/** Schema of a new link, of which exactly one id is to be sent. */
export const linkInput = () =>
  z.object({
    job_posting_id: id(),
    email_opportunity_id: id(),
    job_site_id: id(),
    interview_id: id(),
  });

/** The one thing that was named. Throws `Invalid` where it is none or several. */
export function targetOf(sent: z.infer<ReturnType<typeof linkInput>>): LinkTarget {
  const [first, ...others] = columns.flatMap((column) => {
    const value = sent[column];
    return typeof value === "number" ? [{ column, id: value }] : [];
  });
  if (first && others.length === 0) return first;
  throw new Invalid({ non_field_errors: [`Name exactly one of ${listWords.format(columns)}.`] });
}

const listWords = new Intl.ListFormat("en-GB");
