import type { CapturedPosting } from "./posting.ts";

/** A posting of which nothing was read but its address, if that was given. */
export const unread = (posting_url_full: string | null): CapturedPosting => ({
  company_name: null,
  hiring_company: null,
  posting_title: null,
  locations: null,
  location_type: null,
  employment_type: null,
  pay: null,
  posted_on: null,
  closes_on: null,
  posting_url_full,
  posting_url_domain: null,
  job_id: null,
  job_description: null,
  technology_string: null,
  contact_person: null,
  contact_email: null,
  found: {},
});
