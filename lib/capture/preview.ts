import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { maxRichLength } from "../records/fields.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { plainText } from "../rich-text-words.ts";
import { siteNames } from "../sites/queries.ts";
import type { Captured } from "./capture.ts";
import { postingFieldsOf } from "./fields.ts";
import { knownOf } from "./known.ts";
import { originOf } from "./origin.ts";
import type { CapturedField, CapturedPosting, CaptureInput } from "./posting.ts";
import type { Known, ReadAnswer, ReadField, ReadName, ReadPosting } from "./read-answer.ts";
import { siteOf } from "./site.ts";
import { unread } from "./unread.ts";
import { currencyName, foundWords, payChoices } from "./words.ts";

/** Postings of a list that are shown. */
const maxListed = 100;
/** Of what may be the same. */
const maxKnown = 2;

/** What was read, and what it was read of. */
type Read = CaptureInput & { captured: Captured };

/** A posting of which only its name is known, as it was typed. */
export const namedPosting = (company: string, title: string): CapturedPosting => ({
  ...unread(null),
  company_name: company || null,
  posting_title: title || null,
});

/** What was read, as the page shows it before it is saved, with what of the person's own it may be. */
export async function previewOf(actor: Actor, read: Read): Promise<ReadAnswer> {
  const { captured, url = "" } = read;
  // Where nothing was read there is a posting to fill in by hand, with its address and its text.
  const found = captured.postings.length > 0 ? captured.postings : [unread(null)];
  const isBlank = captured.postings.length === 0 && url !== "";
  const names = new Map((await siteNames(actor)).map(({ id, site_name }) => [id, site_name]));
  const postings: ReadPosting[] = [];
  const [only] = found.length === 1 ? found : [];
  const shown = only ? [withText(withAddress(only, url), read)] : found.slice(0, maxListed);
  for (const each of shown) {
    postings.push(await readPosting(actor, each, read, names));
  }
  const note = captured.note ?? (isBlank ? whyNothing(captured) : null);
  return { postings, is_list: captured.is_list || found.length > 1, note, url };
}

/** Less is no page that a person reads: a frame that scripts fill. */
const minShown = 200;

function whyNothing({ is_list, page }: Captured): string {
  if (is_list)
    return "This page lists postings, and they could not be told apart. Open the one you want and add that page.";
  return page && page.words.length < minShown
    ? "The page is empty until its own scripts run, and Foothold runs none. Open it yourself and bring it with the bookmark."
    : "The page was read, and nothing on it looks like a posting.";
}

/** With the text itself where no part of it was told from the rest, and with a Word file's lists and bold words. */
function withText(posting: CapturedPosting, { html = "", text = html }: CaptureInput) {
  const formatted = html || text;
  const isPlain = html !== "" && posting.found.job_description?.source === "text";
  if ((posting.job_description && !isPlain) || formatted.length > maxRichLength) return posting;
  const job_description = sanitizeRichText(formatted);
  const found = { job_description: { source: "text", confidence: "likely" } } as const;
  return job_description
    ? { ...posting, job_description, found: { ...posting.found, ...found } }
    : posting;
}

function withAddress(posting: CapturedPosting, url: string): CapturedPosting {
  if (posting.posting_url_full || !url) return posting;
  const found = { source: "address", confidence: "sure" } as const;
  return {
    ...posting,
    posting_url_full: url,
    found: { ...posting.found, posting_url_full: found },
  };
}

async function readPosting(
  actor: Actor,
  posting: CapturedPosting,
  read: Read,
  names: ReadonlyMap<number, string>,
): Promise<ReadPosting> {
  const description = sanitizeRichText(posting.job_description ?? "");
  const words = plainText(description);
  const { values } = postingFieldsOf(posting);
  const site = await siteOf(actor, values);
  const site_name = "site_name" in site ? site.site_name : (names.get(site.job_site_id) ?? "");
  const { candidates, do_not_apply } = await knownOf(actor, posting);
  return {
    fields: { ...fieldsOf(posting, values, read), site_name: siteField(site_name, posting) },
    description,
    words: words === "" ? 0 : words.split(" ").length,
    known: { candidates: candidates.slice(0, maxKnown), do_not_apply } satisfies Known,
    captured: { ...posting, job_description: null, origin: originOf(read, read.captured) },
  };
}

const siteField = (value: string, { posting_url_full }: CapturedPosting): ReadField =>
  posting_url_full
    ? { value, source: "address", from: "from the address" }
    : { value, source: null, from: "where you found it" };

type Values = ReturnType<typeof postingFieldsOf>["values"];

function fieldsOf(
  posting: CapturedPosting,
  values: Values,
  { html, text, url }: Read,
): Omit<ReadPosting["fields"], "site_name"> {
  const missing =
    url || (html && !text) ? "not found on the page" : text ? "not found in the text" : "";
  const field = (name: CapturedField, value: string | null): ReadField => {
    const found = posting.found[name];
    if (!value) return { value: "", source: null, from: missing };
    if (!found) return { value, source: "typed", from: missing ? "" : "as you typed it" };
    const read = { value, source: found.source, from: foundWords(found) };
    if (found.confidence !== "doubtful") return read;
    const { why = "This is a guess.", choices = [] } = found;
    return { ...read, why, choices: choicesOf(name, posting, value, choices) };
  };
  const plain = (name: CapturedField & keyof Values & ReadName) => field(name, values[name]);
  return {
    company_name: plain("company_name"),
    posting_title: plain("posting_title"),
    pay_range: field("pay", values.pay_range),
    employment_type: plain("employment_type"),
    location_type: plain("location_type"),
    location_city: field("locations", values.location_city),
    technology_string: plain("technology_string"),
    deadline: field("closes_on", values.deadline),
    posting_url_domain: plain("posting_url_domain"),
    contact_person: withEmail(plain("contact_person"), posting.contact_email),
    hiring_company: plain("hiring_company"),
    posting_url_full: plain("posting_url_full"),
  };
}

/** The address goes to the contact, which has a field for it. */
const withEmail = (field: ReadField, email: string | null): ReadField =>
  field.value && email ? { ...field, from: `${field.from}, with ${email}` } : field;

/** What was read first, the other readings, and none of them. */
function choicesOf(name: CapturedField, { pay }: CapturedPosting, value: string, others: string[]) {
  const isPay = name === "pay" && pay !== null;
  const rest = isPay
    ? payChoices(pay, others)
    : others.map((each) => ({ value: each, label: each }));
  const isCurrency =
    isPay && pay.currency !== null && others.some((each) => /^[A-Z]{3}$/.test(each));
  const first = { value, label: isCurrency ? currencyName(pay.currency ?? "") : value };
  const all = [first, ...rest, { value: "", label: "Leave empty" }];
  return [...new Map(all.toReversed().map((each) => [each.value, each])).values()].toReversed();
}
