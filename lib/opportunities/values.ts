import type { Columns } from "../lists/columns.ts";
import type { Sorting } from "../lists/table-filter.ts";
import {
  type PostingStatus,
  type StatusWords,
  savedStatus,
  statusWordsFrom,
} from "../postings/values.ts";

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

export const opportunityLocationTypes = ["Remote", "Hybrid", "On-Site", "In Office"] as const;

const postingStatuses = new Map<string, PostingStatus>(
  Object.entries({
    "2.5 - Interviewed then Ignored": "2.4 - Post Interview Silence",
    "2.3 - Rejected": "3 - Rejected",
    "2 - Awaiting Feedback": "2 - Awaiting Feedback",
    "1 - Actively Engaged": "1 - Actively Engaged",
  } satisfies Partial<Record<OpportunityStatus, PostingStatus>>),
);

/** The status that an opportunity's status means for a posting: saved, unless it went further than talk. */
export const postingStatusOf = (status: string): PostingStatus =>
  postingStatuses.get(status) ?? savedStatus;

/** The default site of a posting that was an opportunity. */
export const recruitersSite = "Recruiters";

/** The sorts of the opportunities table. */
export const opportunitySorting = {
  sorts: [
    "email_received_at",
    "job_title",
    "recruiter_name",
    "opportunity_status",
    "place",
    "waiting",
    "next_step",
    "deadline",
    "employment",
    "tags",
  ],
  usual: "email_received_at",
  descending: ["email_received_at", "waiting"],
  sparse: ["place", "waiting", "next_step", "deadline", "employment", "tags"],
} as const satisfies Sorting<string>;

export type OpportunitySort = (typeof opportunitySorting.sorts)[number];

const usualColumns = [
  "recruiter_name",
  "opportunity_status",
  "waiting",
  "next_step",
  "tags",
  "place",
  "email_received_at",
] as const satisfies readonly OpportunitySort[];

/** The columns of the opportunities table besides the title. */
export const opportunityColumns = {
  all: [...usualColumns, "deadline", "employment"],
  usual: usualColumns,
} as const satisfies Columns<OpportunitySort>;

export type OpportunityColumn = (typeof opportunityColumns.all)[number];

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
