/** Documented statuses; the number in front sorts them and is not shown to people. */
export const opportunityStatuses = [
  "6 - Opportunity Ignored",
  "5 - Showed Opportunity Interest",
  "4 - Recruiter Ignored Interest",
  "3 - Right to Represent Signed",
  "2.7 - Right to Represent Ignored",
  "2.5 - Interviewed then Ignored",
  "2.3 - Rejected",
  "2 - Awaiting Feedback",
  "1 - Actively Engaged",
] as const;

export type OpportunityStatus = (typeof opportunityStatuses)[number];

/** What takes an opportunity off the active list. */
export const closedOpportunityStatuses = [
  "6 - Opportunity Ignored",
  "4 - Recruiter Ignored Interest",
  "2.7 - Right to Represent Ignored",
  "2.5 - Interviewed then Ignored",
  "2.3 - Rejected",
] as const satisfies readonly OpportunityStatus[];

export const opportunityLocationTypes = ["Remote", "Hybrid", "On-Site", "In Office"] as const;

/** Longest text per field, in code points. */
export const opportunityLimits = {
  job_title: 128,
  opportunity_status: 48,
  recruiter_name: 64,
  recruiter_company: 64,
  employment_type: 24,
  job_duration: 64,
  location_type: 32,
  location_city: 64,
} as const;
