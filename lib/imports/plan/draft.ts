import { postingLimits } from "../../postings/fields.ts";
import type { HeadingTarget } from "../vocabulary/headings.ts";
import { type Target, targets } from "../vocabulary/targets.ts";

/** The posting's text fields that a column can fill. */
export type TextTarget = Extract<HeadingTarget, keyof typeof postingLimits>;

/** A posting as read from the file, in the API's fields; site and ids are added on commit. Stored as JSON. */
export type Draft = Record<TextTarget, string> & {
  posting_url_domain: string;
  applied_at: string | null;
  interviewed_at: string | null;
  rejected_at: string | null;
  job_description: string;
  comments: { id: number; commented_at: string; comment_type: string; comment_content: string }[];
};

export const textTargets = targets.filter(
  (target: Target): target is TextTarget => target in postingLimits,
);

/** The columns of `job_posting` that are copied from the draft. */
export const draftFields: readonly (keyof Draft)[] = [
  ...textTargets,
  "posting_url_domain",
  "applied_at",
  "interviewed_at",
  "rejected_at",
  "job_description",
  "comments",
];

export const verdicts = ["new", "attention", "duplicate", "skipped"] as const;
export type Verdict = (typeof verdicts)[number];

/** The result of planning one row. */
export type PlannedRow = {
  number: number;
  verdict: Verdict;
  /** sentences for the person */
  reasons: string[];
  draft: Draft | null;
  site_name: string;
  /** whether an earlier row of the file says the same */
  repeats?: boolean;
};
