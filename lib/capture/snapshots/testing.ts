import { sanitizeRichText } from "../../rich-text.ts";
import type { CapturedPosting, CapturedValues } from "../posting.ts";

const nothing: { [Field in keyof CapturedValues]: null } = {
  company_name: null,
  hiring_company: null,
  posting_title: null,
  locations: null,
  location_type: null,
  employment_type: null,
  pay: null,
  posted_on: null,
  closes_on: null,
  posting_url_full: null,
  posting_url_domain: null,
  job_id: null,
  job_description: null,
  technology_string: null,
  contact_person: null,
  contact_email: null,
};

/** A baker's job as it was read from its page, with some of its values otherwise. */
export function bakerAt(values: Partial<CapturedPosting> = {}): CapturedPosting {
  const found = { source: "job_data", confidence: "sure" } as const;
  return {
    ...nothing,
    company_name: "Larch Foods",
    posting_title: "Baker",
    locations: ["Lisbon, Portugal"],
    pay: payOf(70_000),
    job_description: sanitizeRichText("<h2>Bread</h2><p>You bake it.</p>"),
    found: { posting_title: found, job_description: found },
    ...values,
  };
}

export const payOf = (amount: number) => ({
  min: amount,
  max: amount,
  currency: "EUR",
  period: "year" as const,
});
