import type { Sorting } from "../lists/table-filter.ts";

/** The documented kinds of contacts; any other text is as good. */
export const contactKinds = [
  "Recruiter",
  "Recruiter, agency",
  "Recruiter, in-house",
  "Hiring manager",
  "Interviewer",
  "Referral",
  "Other",
] as const;

/** The kind of somebody who is known as the recruiter of an opportunity. */
export const recruiterKind = "Recruiter" satisfies (typeof contactKinds)[number];

/** The longest name or e-mail address that is typed to find or add somebody. */
export const maxTypedName = 400;

/** The kind of somebody who is added to an interview. */
export const interviewerKind = "Interviewer" satisfies (typeof contactKinds)[number];

/** The sorts of the contacts table. */
export const contactSorting = {
  sorts: ["name", "company", "last_contacted_at", "opening_count"],
  usual: "name",
  descending: ["last_contacted_at", "opening_count"],
} as const satisfies Sorting<string>;

/** How many contacts one thing has at most, and how many things one contact is linked to. */
export const maxLinks = 500;
