import { isHtml } from "../../rich-text-markup.ts";
import { toWebUrl } from "../../urls.ts";
import type { Capture, CaptureInput, Reading, SourceResult } from "../posting.ts";
import { readAddress } from "./boards/read-address.ts";
import { readBoardDocument } from "./boards/read-document.ts";
import { readEmbedded } from "./boards/read-embedded.ts";
import { maxHtml } from "./bounded-html.ts";
import { listCompany } from "./list-company.ts";
import { mergeReadings, postingOf } from "./merge.ts";
import { type Page, parsePage } from "./page.ts";
import { isSameAcross } from "./same-job.ts";
import { readSchemaJson, readSchemaOrg } from "./schema-org/read.ts";
import { shownJob } from "./shown-job.ts";
import { canonicalAddress } from "./values/address.ts";
import { readVisible } from "./visible/read-page.ts";
import { readTextPostings } from "./visible/read-text.ts";

/** The most postings of a list. */
const maxPostings = 200;

/**
 * Reads the postings of a page, an address or a text; pure, without network. Several postings are those of a list; a
 * list that cannot be read gives none, with `is_list`.
 */
export function extract(input: CaptureInput): Capture {
  const address = toWebUrl(input.url?.slice(0, 2_000) ?? "");
  const url = address ? new URL(address) : null;
  const sources = [...sourcesOf(input.html, url), ...sourcesOfText(input.text, url)];
  const byAddress = url ? readAddress(url).reading : {};
  const { readings: found, is_list } = combined(sources, byAddress);
  const company = sources.find((source) => source.company)?.company ?? byAddress.company_name;
  const readings = is_list && company ? ofCompany(found, company) : found;
  const only = readings.length === 1 && !is_list;
  const postings = readings.slice(0, maxPostings).map((reading) => {
    if (!only || !url) return postingOf(reading);
    return postingOf(mergeReadings([reading, byAddress, pageAddress(url)]));
  });
  return { postings, is_list: is_list || postings.length > 1 };
}

/** A company's own list names it once, above all of them; on a board's some postings name theirs. */
const ofCompany = (list: Reading[], company_name: NonNullable<Reading["company_name"]>) =>
  list.some((each) => each.company_name) ? list : list.map((each) => ({ ...each, company_name }));

/** The address that was given, for a posting that names none. */
function pageAddress(url: URL): Reading {
  const value = canonicalAddress(url.href, null);
  return value ? { posting_url_full: { value, source: "address", confidence: "sure" } } : {};
}

/** JSON, or a first tag that no page begins with. */
const startsAsData =
  /^[\s\ufeff]{0,1000}(?:[[{]|<(?!!|(?:html|head|body|base|meta|title|link|script|style|noscript|template|iframe|svg|div|main|section|article|aside|header|footer|nav|form|p|span|a|b|i|u|em|strong|small|br|hr|img|h[1-6]|ul|ol|li|dl|table|tbody|tr|td|th|pre|code|blockquote|center|font|button|label|input|figure|details|time)[\s/>])[a-z?])/i;

/** What a page says, or a board's data in its place; the most trusted first. */
function sourcesOf(given: string | undefined, url: URL | null): SourceResult[] {
  if (!given?.trim()) return [];
  if (startsAsData.test(given)) {
    const found = readBoardDocument(given.slice(0, maxHtml), url);
    if (found && (found.postings.length > 0 || found.is_list)) return [found];
    if (/^[\s\ufeff]{0,1000}[[{]/.test(given)) return [readSchemaJson(given, url)];
    // A page may begin as XML does; what is only XML has nothing to show.
    if (!/<(?:html|body)[\s>]/i.test(given.slice(0, 20_000))) return [];
  }
  const page = parsePage(given, url);
  const company = listCompany(page);
  return [
    ...readSchemaOrg(page),
    readEmbedded(page),
    readVisible(page),
    ownAddress(page),
    ...(company ? [{ postings: [], is_list: false, company }] : []),
  ];
}

/** The address that a page gives itself; it says nothing of a page without a posting, or of a list. */
function ownAddress({ document, url }: Page): SourceResult {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const meta = document.querySelector('meta[property="og:url"]')?.getAttribute("content");
  const value = canonicalAddress(link ?? meta, url);
  if (!value || new URL(value).pathname.length < 2) return { postings: [], is_list: false };
  const found = { source: "meta", confidence: "sure" } as const;
  return { postings: [{ posting_url_full: { value, ...found } }], is_list: false };
}

/** What a pasted text says: it may be a page's source or a board's answer as well. */
function sourcesOfText(given: string | undefined, url: URL | null): SourceResult[] {
  if (!given?.trim()) return [];
  if (isHtml(given.slice(0, 100_000))) return sourcesOf(given, url);
  // "[Remote] Baker" begins as data does, and is none.
  const data = startsAsData.test(given) ? sourcesOf(given, url) : [];
  if (data.some(({ postings, is_list }) => postings.length > 0 || is_list)) return data;
  return [readTextPostings(given.slice(0, maxHtml))];
}

/** An address alone is no posting. */
const isJob = ({ posting_title, job_description, company_name }: Reading): boolean =>
  [posting_title, job_description, company_name].some((said) => said !== undefined);

type Combined = { readings: Reading[]; is_list: boolean };

/**
 * The postings of all sources: those of the most trusted that has some, each with what the others say of it. On a page
 * of several, the one that is shown or that the address names counts alone.
 */
function combined(sources: readonly SourceResult[], byAddress: Reading): Combined {
  const main = sources.find(({ postings }) => postings.some(isJob));
  if (!main) {
    const is_list = sources.some((source) => source.is_list);
    // Behind a log-in, the address alone says which posting it is.
    return { readings: byAddress.job_id && !is_list ? [byAddress] : [], is_list };
  }
  const others = sources.filter(
    ({ postings }) => postings.length > 0 && postings !== main.postings,
  );
  const shown = shownJob([main, ...others], byAddress);
  if (shown) {
    const isMain = main.postings.length === 1 && main.postings.includes(shown);
    const same = [main, ...others].flatMap(({ postings }) => {
      const [only] = postings;
      if (only && postings.length === 1 && (isMain || !isJob(only))) return [only];
      return postings.find((each) => each === shown || isSameAcross(each, shown)) ?? [];
    });
    return { readings: [mergeReadings(same)], is_list: false };
  }
  const readings = main.postings.map((reading) =>
    mergeReadings([
      reading,
      ...others.flatMap(
        ({ postings }) => postings.find((each) => isSameAcross(each, reading)) ?? [],
      ),
    ]),
  );
  return { readings, is_list: true };
}
