import { type StatusWords, statusWordsFrom } from "./documented.ts";

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

/** The statuses of opportunities that are no longer active, on the pages and in the API. */
export const closedOpportunityStatuses = [
  "6 - Opportunity Ignored",
  "4 - Recruiter Ignored Interest",
  "2.7 - Right to Represent Ignored",
  "2.5 - Interviewed then Ignored",
  "2.3 - Rejected",
] as const satisfies readonly OpportunityStatus[];

/** The label and group of an opportunity's status. */
export const opportunityStatusWords = statusWordsFrom({
  "6 - Opportunity Ignored": { kind: "closed", label: "Ignored" },
  "5 - Showed Opportunity Interest": { kind: "waiting", label: "Showed interest" },
  "4 - Recruiter Ignored Interest": { kind: "closed", label: "Recruiter ignored interest" },
  "3 - Right to Represent Signed": { kind: "waiting", label: "Right to represent signed" },
  "2.7 - Right to Represent Ignored": { kind: "closed", label: "Right to represent ignored" },
  "2.5 - Interviewed then Ignored": { kind: "closed", label: "Interviewed, then ignored" },
  "2.3 - Rejected": { kind: "rejected", label: "Rejected" },
  "2 - Awaiting Feedback": { kind: "waiting", label: "Awaiting feedback" },
  "1 - Actively Engaged": { kind: "engaged", label: "Actively engaged" },
} satisfies Record<OpportunityStatus, StatusWords>);
