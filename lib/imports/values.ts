import type { Target } from "./words/targets.ts";

/** What people call the things that a column can be for. */
export const targetLabels: Record<Target, string> = {
  company_name: "Company",
  posting_title: "Title",
  posting_status: "Status",
  applied_at: "Day of application",
  posting_url_full: "Address of the posting",
  job_site: "Site (where it was found)",
  location_city: "Location",
  location_type: "Remote, hybrid or on-site",
  employment_type: "Kind of employment",
  pay_range: "Pay",
  technology_string: "Technologies",
  job_description: "Description",
  interviewed_at: "Day of interview",
  rejected_at: "Day of rejection",
  rejected_after_stage: "Stage reached",
  outreach_info: "Contact",
  comments: "Notes",
  marker: "A stage or outcome, marked by yes or a day",
};
