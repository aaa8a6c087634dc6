import type { SafeHtml } from "../rich-text.ts";
import type { CapturedPosting, CaptureSource, Origin } from "./posting.ts";

/** The fields of the preview, by the names of a posting's form. */
export const readFields = [
  "company_name",
  "posting_title",
  "pay_range",
  "employment_type",
  "location_type",
  "location_city",
  "technology_string",
  "deadline",
  "posting_url_domain",
  "site_name",
  "contact_person",
  "hiring_company",
  "posting_url_full",
] as const;

export type ReadName = (typeof readFields)[number];

/** A fair value of a doubtful field, and the words of its button. */
export type Choice = { value: string; label: string };

/** One field as it was read: its value as a form has it, and where it is from in words. */
export type ReadField = {
  value: string;
  /** null where it was not found */
  source: CaptureSource | "typed" | null;
  from: string;
  /** why it is doubtful; such a field is marked */
  why?: string;
  choices?: Choice[];
};

/** What may be the same job, or a company that is marked "Do not apply again". */
export type Known = {
  candidates: {
    kind: "job_posting" | "email_opportunity";
    id: number;
    company_name: string;
    posting_title: string;
    reason: string;
  }[];
  do_not_apply: { company_name: string; do_not_apply_why: string; reason: string }[];
};

/** A posting that was read, as the page shows it before it is saved. */
export type ReadPosting = {
  fields: Record<ReadName, ReadField>;
  description: SafeHtml;
  words: number;
  known: Known;
  /** what goes back with the form, without its description */
  captured: CapturedPosting & { origin: Origin | null };
};

/** What was read of an address, a page, a text or a file. */
export type ReadAnswer = {
  postings: ReadPosting[];
  is_list: boolean;
  /** what could not be read, as a sentence */
  note: string | null;
  /** the address that was asked for */
  url: string;
};

/** The answer of the reading's route: what was read, or why nothing was. */
export type ReadReply = { read: ReadAnswer } | { error: string };

/** The most characters of a page or a text that are sent to be read; the most bytes of a file. */
export const readLimits = { text: 5_000_000, file: 10 * 1_048_576, addresses: 20 } as const;

/** The longest name of a site. */
export const maxSiteName = 64;
