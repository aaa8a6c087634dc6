/** A posting as the file gives it, in the API's fields; site and ids come when it is written. */
export type Draft = {
  company_name: string;
  posting_title: string;
  posting_status: string;
  posting_url_full: string;
  posting_url_domain: string;
  pay_range: string;
  location_type: string;
  location_city: string;
  employment_type: string;
  applied_at: string | null;
  interviewed_at: string | null;
  rejected_at: string | null;
  rejected_after_stage: string;
  outreach_info: string;
  technology_string: string;
  job_description: string;
  comments: { id: number; commented_at: string; comment_type: string; comment_content: string }[];
};

export type Verdict = "new" | "attention" | "duplicate" | "skipped";

/** What becomes of one row, and why. */
export type PlannedRow = {
  number: number;
  verdict: Verdict;
  /** sentences, empty where nothing is to say */
  reasons: string[];
  draft: Draft | null;
  site_name: string;
};
