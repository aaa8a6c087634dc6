import type { Reading, SourceResult } from "../../posting.ts";
import type { Page } from "../page.ts";
import { embeddedData } from "./embedded-data.ts";
import { findPostings } from "./find-postings.ts";
import { mergeSame } from "./merge-same.ts";
import { readAddress } from "./read-address.ts";
import { hasId } from "./read-document.ts";
import { readMarkup } from "./read-markup.ts";
import { readPosting } from "./read-posting.ts";

/** The most postings of one page. */
const maxPostings = 50;
const maxRows = 100;

const hasText = (reading: Reading): boolean => (reading.job_description?.value.length ?? 0) > 200;

/**
 * The postings in a page's own embedded data (`__NEXT_DATA__`, an applicant tracking system's state), at most 50.
 * Of a page about one posting it is that one alone: the one that the page's address names, or the only one with its
 * text in full. Where there is no data, the markup of the boards themselves is read.
 */
export function readEmbedded(page: Page): SourceResult {
  const rows = embeddedData(page.document)
    .flatMap((root) => findPostings(root, maxRows))
    .slice(0, maxRows);
  const all = mergeSame(rows.map((row) => readPosting(row, "page_data", page.url)));
  if (all.length === 0) return readMarkup(page);
  const id = page.url ? readAddress(page.url).reading.job_id?.value : undefined;
  const named = all.filter((reading) => isOfPage(reading, page.url, id));
  const [one] = named.length === 1 ? named : all.filter(hasText);
  const isOne = named.length === 1 || (all.length > 1 && all.filter(hasText).length === 1);
  const postings = isOne && one ? [one] : all.slice(0, maxPostings);
  return { postings, is_list: postings.length > 1 };
}

const isOfPage = (reading: Reading, url: URL | null, id: string | undefined): boolean => {
  if (id) return hasId(reading, id);
  const [own, last] = [reading.job_id?.value, url?.pathname.split("/").at(-1)];
  if (url && reading.posting_url_full?.value === url.href) return true;
  // Boards that nobody named have the number in the address, too.
  return Boolean(own && own.length > 3 && last?.toLowerCase().includes(own.toLowerCase()));
};
