import "server-only";
import type { Advert } from "../matching/advert.ts";
import { comparedText } from "../search/duplicate-keys.ts";
import type { Compared } from "./schema.ts";

/** The fields of a posting or an opportunity as an advert to compare. */
export function advertOf(kind: Advert["kind"], fields: Compared): Advert {
  const { company_name, recruiter_company, hiring_company, posting_title, job_title } = fields;
  return {
    kind,
    companies: [company_name ?? recruiter_company ?? "", hiring_company ?? ""],
    title: posting_title ?? job_title ?? "",
    url: fields.posting_url_full ?? "",
    city: fields.location_city ?? "",
    text: comparedText(fields.job_description ?? ""),
  };
}
