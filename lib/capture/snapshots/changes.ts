import { payWords } from "../pay-words.ts";
import { hashOf, type SnapshotFields } from "./fields.ts";

/** The fields whose changes are told, in this order, and what a sentence calls them. */
const told = {
  posting_title: "title",
  company_name: "company",
  hiring_company: "hiring company",
  pay: "pay",
  locations: "place",
  location_type: "remote or on site",
  employment_type: "employment",
  closes_on: "closing day",
} as const;

export type ToldField = keyof typeof told;
export const toldFields = Object.keys(told) as ToldField[];

/** What each told field says, in words; "" where it says nothing. */
export type Told = Record<ToldField, string>;

/** One difference; `before` and `after` are empty of a text. */
export type Change = {
  field: ToldField | "posted_on" | "job_description";
  before: string;
  after: string;
  /** in a sentence: "pay changed from €70,000 to €75,000" */
  words: string;
};

/** What is compared of a snapshot. */
export type Compared = { fields: SnapshotFields; hash: string; source: string };

const maxShown = 120;
const short = (text: string) => (text.length > maxShown ? `${text.slice(0, maxShown)}…` : text);

const inSentence = (pay: string) => pay.replace(/^(From|Up to) /, (word) => word.toLowerCase());

/** What the fields of a snapshot say, in words. */
export const toldOf = (fields: SnapshotFields): Told => ({
  posting_title: short(fields.posting_title ?? ""),
  company_name: short(fields.company_name ?? ""),
  hiring_company: short(fields.hiring_company ?? ""),
  pay: inSentence((fields.pay && payWords(fields.pay)) ?? ""),
  locations: short((fields.locations ?? []).join("; ")),
  location_type: short(fields.location_type ?? ""),
  employment_type: short(fields.employment_type ?? ""),
  closes_on: fields.closes_on ?? "",
});

const noText = hashOf("");

/**
 * What changed from one snapshot to a later one. What either does not say is no change, but for what the same kind of
 * source says now: what a pasted text left out was on the page all the same.
 */
export function changesBetween(before: Compared, after: Compared): Change[] {
  const [old, now] = [toldOf(before.fields), toldOf(after.fields)];
  const isSameSource = before.source === after.source;
  const values = toldFields.flatMap((field) => {
    const [was, is] = [old[field], now[field]];
    if (was === is || !is || (!was && !isSameSource)) return [];
    return [{ field, before: was, after: is, words: changeWords(told[field], was, is) }];
  });
  return [...values, ...textChange(before, after)];
}

const changeWords = (name: string, was: string, is: string) =>
  was ? `${name} changed from ${was} to ${is}` : `${name} is now ${is}`;

function textChange(before: Compared, after: Compared): Change[] {
  if (after.hash === noText || before.hash === noText) return [];
  if (before.hash !== after.hash)
    return [{ field: "job_description", before: "", after: "", words: "text changed" }];
  const [was, is] = [before.fields, after.fields];
  const [posted, again] = [was.posted_on ?? "", is.posted_on ?? ""];
  if (posted && again > posted) {
    return [{ field: "posted_on", before: posted, after: again, words: `reposted on ${again}` }];
  }
  const isElsewhere =
    differ(was.job_id, is.job_id) || differ(was.posting_url_full, is.posting_url_full);
  return isElsewhere
    ? [{ field: "posted_on", before: posted, after: again, words: "reposted at another address" }]
    : [];
}

const differ = (was: string | null, is: string | null) => Boolean(was && is && was !== is);

/** Changes in one sentence without its full stop: "pay changed from €70,000 to €75,000, text changed". */
export const wordsOf = (changes: readonly Change[]): string =>
  changes.map(({ words }) => words).join(", ");
