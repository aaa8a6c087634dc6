import type { SafeHtml } from "../rich-text.ts";
import type { SnapshotSource } from "./snapshots/values.ts";

/** What a posting pays. `period` is what the amounts are for; null where the page does not say. */
export type CapturedPay = {
  min: number | null;
  max: number | null;
  /** ISO 4217 */
  currency: string | null;
  period: "hour" | "day" | "week" | "month" | "year" | null;
};

/** What can be read from the page of a posting. Days are `YYYY-MM-DD`. */
export type CapturedValues = {
  company_name: string;
  /** whom an agency hires for */
  hiring_company: string;
  posting_title: string;
  /** places as a person would write them, "Berlin, Germany" */
  locations: string[];
  /** Remote, Hybrid or On-Site */
  location_type: string;
  /** a documented one (lib/postings/values.ts), or the page's own word */
  employment_type: string;
  pay: CapturedPay;
  posted_on: string;
  closes_on: string;
  /** the canonical address, without tracking parameters */
  posting_url_full: string;
  /** the board or applicant tracking system, as `appliedThrough` names it */
  posting_url_domain: string;
  /** the posting's number at its board */
  job_id: string;
  job_description: SafeHtml;
  /** whom to write to, by name */
  contact_person: string;
  contact_email: string;
  /** "Go, Kubernetes, Postgres" */
  technology_string: string;
};

export type CapturedField = keyof CapturedValues;

/** Where a value was read. */
export const captureSources = [
  "job_data", // schema.org JobPosting: JSON-LD, microdata, RDFa
  "page_data", // the page's own embedded data, as __NEXT_DATA__
  "board_data", // a job board's public JSON or XML
  "meta", // OpenGraph, <title>, <link rel=canonical>
  "page", // what the page shows
  "text", // patterns of plain text
  "address", // the address alone
] as const;

export type CaptureSource = (typeof captureSources)[number];

/** Where a value is from, and how sure it is. */
export type Found = {
  source: CaptureSource;
  confidence: "sure" | "likely" | "doubtful";
  /** why it is doubtful, in a sentence for the person */
  why?: string;
  /** other fair readings of a doubtful one */
  choices?: string[];
  /** the line of the text that it was read from, counted from 1 */
  line?: number;
};

/** What one source says of one posting: a value with where it is from. */
export type Reading = { [Field in CapturedField]?: { value: CapturedValues[Field] } & Found };

/** What one source says of a page: its postings, whether it lists several, and whose these are where none says it. */
export type SourceResult = {
  postings: Reading[];
  is_list: boolean;
  company?: Reading["company_name"];
};

/** One posting, with where each value is from. */
export type CapturedPosting = { [Field in CapturedField]: CapturedValues[Field] | null } & {
  found: { [Field in CapturedField]?: Found };
};

/** What a posting was read from, for its snapshot; `address` is "" for a file and a text without one. */
export type Origin = { source: SnapshotSource; address: string };

/** A page as it was fetched, by which one sees that a posting is gone. */
export type PageStatus = {
  /** of HTTP, as 200 or 404 */
  status: number;
  /** where it was in the end, after redirects */
  address: string;
  /** what it shows: its first words, up to 20,000 characters; "" of a page that is gone */
  words: string;
};

/** What was read from a page, an address or a text. */
export type Capture = {
  postings: CapturedPosting[];
  /** whether the page lists several postings, so that none of them is *the* posting */
  is_list: boolean;
  /** the page, where one was fetched and it answered */
  page?: PageStatus | undefined;
};

/**
 * What is to be read: any of a page (HTML, or a board's JSON or XML), its address, and pasted text. `source` says where
 * a page or text is from, if it was not pasted.
 */
export type CaptureInput = {
  url?: string | undefined;
  html?: string | undefined;
  text?: string | undefined;
  source?: SnapshotSource | undefined;
};
