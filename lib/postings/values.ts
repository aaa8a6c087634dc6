/** Documented statuses with ours between; the number in front sorts them and is not shown to people. */
export const postingStatuses = [
  "5 - Saved",
  "4 - No Response",
  "3.5 - Withdrawn",
  "3 - Rejected",
  "2.5 - Post Interview Declined",
  "2.4 - Post Interview Silence",
  "2 - Awaiting Feedback",
  "1 - Actively Engaged",
  "0.5 - Offer",
  "0 - Offer Accepted",
] as const;

export type PostingStatus = (typeof postingStatuses)[number];

export const savedStatus = "5 - Saved" satisfies PostingStatus;
export const quietStatus = "4 - No Response" satisfies PostingStatus;
export const rejectedStatus = "3 - Rejected" satisfies PostingStatus;

/** The site of what was found on no site in particular. */
export const directSite = "Direct";

/** What `/api/job_posting/active` lists: the documented two. */
export const activeStatuses = [
  "1 - Actively Engaged",
  "2 - Awaiting Feedback",
] as const satisfies readonly PostingStatus[];

/** What the pages call active: an offer on the table is too. */
export const engagedStatuses = ["0.5 - Offer", ...activeStatuses] as const;

/** The parts that the postings page can show. */
export const postingViews = ["all", "active", "saved", "waiting", "closed"] as const;

export type PostingView = (typeof postingViews)[number];

export const stages = [
  "Application Submission",
  "Screening",
  "HR Interview",
  "Code Test",
  "Hiring Manager Interview",
  "Team Interview",
  "Offer",
] as const;

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

/** How an employer was reached, as a work-search proof asks. */
export const contactMethods = [
  "Online form",
  "E-mail",
  "Phone",
  "In person",
  "Post",
  "Agency",
] as const;

/** Longest text per field, in code points. */
export const postingLimits = {
  company_name: 128,
  posting_title: 128,
  posting_status: 32,
  posting_url_full: 2048,
  posting_url_domain: 32,
  posting_password: 32,
  pay_range: 256,
  location_type: 32,
  location_city: 64,
  employment_type: 32,
  rejected_after_stage: 32,
  job_scan_info: 64,
  outreach_info: 64,
  technology_string: 512,
  contact_method: 32,
  employer_address: 256,
  contact_person: 64,
} as const;

/** The kinds of status that share a colour in table, board, chart and calendar. */
export type StatusKind = "saved" | "waiting" | "engaged" | "offer" | "closed" | "rejected";

const words: Record<PostingStatus, { kind: StatusKind; label: string }> = {
  "5 - Saved": { kind: "saved", label: "Saved" },
  "4 - No Response": { kind: "waiting", label: "No response" },
  "3.5 - Withdrawn": { kind: "closed", label: "Withdrawn" },
  "3 - Rejected": { kind: "rejected", label: "Rejected" },
  "2.5 - Post Interview Declined": { kind: "rejected", label: "Declined after interview" },
  "2.4 - Post Interview Silence": { kind: "closed", label: "Interview, then silence" },
  "2 - Awaiting Feedback": { kind: "waiting", label: "Awaiting feedback" },
  "1 - Actively Engaged": { kind: "engaged", label: "Actively engaged" },
  "0.5 - Offer": { kind: "offer", label: "Offer" },
  "0 - Offer Accepted": { kind: "offer", label: "Offer accepted" },
};

/** How a posting's status is shown; any other text is shown as it is, without a number in front. */
export function statusWords(status: string): { kind: StatusKind; label: string } {
  return (
    words[status as PostingStatus] ?? {
      kind: "closed",
      label: status.replace(/^\s*\d+(\.\d+)?\s*-\s*/, "") || "No status",
    }
  );
}
