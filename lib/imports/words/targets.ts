/** What a column can be for. `marker` columns name a stage or outcome and mark it with a date or yes/no. */
export const targets = [
  "company_name",
  "posting_title",
  "posting_status",
  "applied_at",
  "posting_url_full",
  "job_site",
  "location_city",
  "location_type",
  "employment_type",
  "pay_range",
  "technology_string",
  "job_description",
  "interviewed_at",
  "rejected_at",
  "rejected_after_stage",
  "outreach_info",
  "comments",
  "marker",
] as const;

export type Target = (typeof targets)[number];

/** Targets that several columns may share; their cells are joined in the order of the sheet. */
export const shared: ReadonlySet<Target> = new Set<Target>([
  "posting_status",
  "location_city",
  "pay_range",
  "outreach_info",
  "comments",
  "marker",
]);
