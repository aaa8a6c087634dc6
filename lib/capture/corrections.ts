import { z } from "zod";
import { instantOrDay, rowReference, text } from "../fields.ts";
import { postingFields, postingLimits } from "../postings/fields.ts";
import { blankAsNull, blankAsUndefined } from "../records/form-values.ts";
import { siteLimits } from "../sites/fields.ts";
import { rowTagsInput } from "../tags/schema.ts";

const line = (max: number) => text({ max, blank: true });

/**
 * Schema of what a person typed over what was read, by the posting's documented names: all optional, and an empty text
 * is as much said as any other. A day of application needs no time.
 */
export const correctionsInput = (zone: string) =>
  z
    .object({
      company_name: line(postingLimits.company_name),
      hiring_company: line(postingLimits.hiring_company),
      posting_title: line(postingLimits.posting_title),
      posting_status: line(postingLimits.posting_status),
      applied_at: blankAsUndefined(instantOrDay(zone)),
      pay_range: line(postingLimits.pay_range),
      location_type: line(postingLimits.location_type),
      location_city: line(postingLimits.location_city),
      employment_type: line(postingLimits.employment_type),
      deadline: postingFields.deadline.form(),
      technology_string: line(postingLimits.technology_string),
      posting_url_full: line(postingLimits.posting_url_full),
      posting_url_domain: line(postingLimits.posting_url_domain),
      contact_person: line(postingLimits.contact_person),
      job_description: postingFields.job_description.form(),
      job_site_id: blankAsNull(rowReference()),
      site_name: line(siteLimits.site_name),
      tags: rowTagsInput().shape.tags,
    })
    .partial();

export type Corrections = z.infer<ReturnType<typeof correctionsInput>>;
