import type { Columns } from "../lists/columns.ts";
import type { Sorting } from "../lists/table-filter.ts";
import { type PostingStatus, savedStatus } from "../statuses/documented.ts";
import type { OpportunityStatus } from "../statuses/documented-opportunity.ts";

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
