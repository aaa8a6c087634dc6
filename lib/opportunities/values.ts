import type { StatusKind } from "../postings/values.ts";

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

/** The site that an opportunity's posting goes to where the person has no better one. */
export const recruitersSite = "Recruiters";

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

const words: Record<OpportunityStatus, { kind: StatusKind; label: string }> = {
  "6 - Opportunity Ignored": { kind: "closed", label: "Ignored" },
  "5 - Showed Opportunity Interest": { kind: "waiting", label: "Showed interest" },
  "4 - Recruiter Ignored Interest": { kind: "closed", label: "Recruiter ignored interest" },
  "3 - Right to Represent Signed": { kind: "waiting", label: "Right to represent signed" },
  "2.7 - Right to Represent Ignored": { kind: "closed", label: "Right to represent ignored" },
  "2.5 - Interviewed then Ignored": { kind: "closed", label: "Interviewed, then ignored" },
  "2.3 - Rejected": { kind: "rejected", label: "Rejected" },
  "2 - Awaiting Feedback": { kind: "waiting", label: "Awaiting feedback" },
  "1 - Actively Engaged": { kind: "engaged", label: "Actively engaged" },
};

/** How an opportunity's status is shown; any other text is shown as it is, without a number in front. */
export function opportunityStatusWords(status: string): { kind: StatusKind; label: string } {
  return (
    words[status as OpportunityStatus] ?? {
      kind: "closed",
      label: status.replace(/^\s*\d+(\.\d+)?\s*-\s*/, "") || "No status",
    }
  );
}
