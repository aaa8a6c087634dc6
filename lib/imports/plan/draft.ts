import { postingLimits } from "../../postings/fields.ts";
import type { HeadingTarget } from "../words/headings.ts";
import { type Target, targets } from "../words/targets.ts";

/** The texts of a posting that a column can be for. */
export type TextTarget = Extract<HeadingTarget, keyof typeof postingLimits>;

/** A posting as the file gives it, in the API's fields; site and ids come when it is written. */
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

/** The fields that a posting takes over from its draft as they are. */
export const draftFields: readonly (keyof Draft)[] = [
  ...textTargets,
  "posting_url_domain",
  "applied_at",
  "interviewed_at",
  "rejected_at",
  "job_description",
  "comments",
];

export type Verdict = "new" | "attention" | "duplicate" | "skipped";

/** What becomes of one row, and why. */
export type PlannedRow = {
  number: number;
  verdict: Verdict;
  /** sentences, empty where nothing is to say */
  reasons: string[];
  draft: Draft | null;
  site_name: string;
};
