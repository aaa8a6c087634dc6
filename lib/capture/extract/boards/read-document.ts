import type { Reading, SourceResult } from "../../posting.ts";
import { jsonAt } from "./balanced.ts";
import { findPostings, rowsWithId } from "./find-postings.ts";
import { mergeSame } from "./merge-same.ts";
import { readAddress } from "./read-address.ts";
import { readPosting } from "./read-posting.ts";
import { parseXml } from "./xml.ts";

/** The most postings of one document. */
const maxPostings = 50;
/** Rows that are looked at: some boards repeat a posting for each of its places. */
const maxRows = 100;
/** Rows among which the one that is asked for is sought. */
const maxFound = 3_000;

/** Whether a posting is the one with this number, by its own number or as a word of its address. */
export function hasId(reading: Reading, id: string): boolean {
  const wanted = id.toLowerCase();
  if (reading.job_id?.value.toLowerCase() === wanted) return true;
  const address = reading.posting_url_full?.value.toLowerCase() ?? "";
  const at = address.lastIndexOf(wanted);
  const isPart = (char: string | undefined) => char !== undefined && /[a-z\d]/.test(char);
  return at > 0 && !isPart(address[at - 1]) && !isPart(address[at + wanted.length]);
}

function treeOf(text: string): unknown {
  const start = text.search(/[^\s\uFEFF]/);
  const first = text[start];
  if (first === "{" || first === "[") return jsonAt(text, start)?.value;
  return first === "<" ? parseXml(text) : undefined;
}

/**
 * The postings of a job board's public JSON or XML, at most 50; null where the text is neither. Where the address names
 * one of them (by its path, or behind "#", as `data_url` of `readAddress` does), that one alone.
 */
export function readBoardDocument(text: string, url: URL | null): SourceResult | null {
  const tree = treeOf(text);
  if (tree === undefined || tree === null) return null;
  const id = url && (decoded(url.hash.slice(1)) || readAddress(url).reading.job_id?.value);
  const rows = findPostings(tree, id ? maxFound : maxRows);
  const read = (some: typeof rows) =>
    mergeSame(some.slice(0, maxRows).map((row) => readPosting(row, "board_data", url)));
  const asked = id ? read(rowsWithId(rows, id)).filter((reading) => hasId(reading, id)) : [];
  const postings = asked.length === 1 ? asked : read(rows).slice(0, maxPostings);
  return { postings, is_list: postings.length > 1 };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
