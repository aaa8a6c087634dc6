import type { Columns } from "../lists/columns.ts";
import type { Sorting } from "../lists/table-filter.ts";

/** The default site of a posting. */
export const directSite = "Direct";

/** The views of the postings page: all, and the groups that every posting is in one of (lib/postings/groups.ts). */
export const postingViews = ["all", "active", "saved", "waiting", "accepted", "closed"] as const;

export type PostingView = (typeof postingViews)[number];

/** The sorts of the postings table. */
export const postingSorting = {
  sorts: [
    "applied_at",
    "company_name",
    "posting_title",
    "posting_status",
    "stage",
    "place",
    "pay",
    "waiting",
    "next_step",
    "site",
    "deadline",
    "employment",
    "tags",
  ],
  usual: "applied_at",
  descending: ["applied_at", "stage", "pay", "waiting"],
  sparse: [
    "stage",
    "place",
    "pay",
    "waiting",
    "next_step",
    "site",
    "deadline",
    "employment",
    "tags",
  ],
} as const satisfies Sorting<string>;

export type PostingSort = (typeof postingSorting.sorts)[number];

const usualColumns = [
  "posting_status",
  "waiting",
  "next_step",
  "tags",
  "pay",
  "applied_at",
] as const satisfies readonly PostingSort[];

/** The columns of the postings table besides company and title. */
export const postingColumns = {
  all: [...usualColumns, "stage", "place", "site", "deadline", "employment"],
  usual: usualColumns,
} as const satisfies Columns<PostingSort>;

export type PostingColumn = (typeof postingColumns.all)[number];

export const appliedThrough = [
  "LinkedIn Easy Apply",
  "Dice Easy Apply",
  "Indeed",
  "Greenhouse",
  "My Workday Jobs",
  "Lever",
  "ICIMS",
  "JobVite",
  "Bamboo HR",
  "Breezy HR",
  "Cal Careers",
  "Ashby",
  "SmartRecruiters",
  "Workable",
  "Email",
  "In Person",
  "Referral",
  "Custom / In House",
  "Other",
] as const;

export const employmentTypes = [
  "Full-time",
  "Part-time",
  "Contract",
  "Freelance",
  "Internship",
] as const;

export const locationTypes = ["Remote", "Hybrid", "On-Site"] as const;

/** Ways to contact an employer, as proofs of a job search ask for. */
export const contactMethods = [
  "Online form",
  "E-mail",
  "Phone",
  "In person",
  "Post",
  "Agency",
] as const;
