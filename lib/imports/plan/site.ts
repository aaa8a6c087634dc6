import { directSite } from "../../postings/values.ts";
import { siteLimits } from "../../sites/fields.ts";
import { boardOf } from "../vocabulary/boards.ts";
import { storableText } from "./leftovers.ts";

/** Far more than a URL that can be kept, so that a longer one is reported in full. */
const maxUrlCell = 20_000;

const hostFirst = /^[\w-]{1,63}(\.[\w-]{1,63}){1,10}\/\S+$/;
const inText = /\b(?:https?:\/\/|www\.)[^\s<>"'“”]+/i;

/** The first valid URL in a cell, with scheme; "" if there is none. */
export function urlIn(text: string): string {
  const judged = text.slice(0, maxUrlCell);
  const found = inText.exec(judged)?.[0] ?? (hostFirst.test(judged) ? judged : "");
  const plain = withoutEnd(found, ")].,;");
  if (plain === "") return "";
  const whole = /^https?:/i.test(plain) ? plain : `https://${plain}`;
  return URL.canParse(whole) ? whole : "";
}

/** The host of a URL without `www.`, or "". */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

/** A URL normalised for comparison: no scheme, `www.` or trailing slash, lower case. */
export function urlKey(url: string): string {
  const bare = url
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, "")
    .toLowerCase();
  return withoutEnd(bare, "/#?");
}

/** The text without those signs at its end; a pattern would look at each of many such signs again and again. */
function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

/** The site of a row; `complete` if the cell says nothing beyond the name. */
type SiteGuess = { name: string; complete: boolean };

/**
 * The name of a row's site: its source cell, else the job board of its URL, else the default of a posting. A
 * source of more than 40 characters is a remark, not a name.
 */
export function siteOf(cell: string, url: string): SiteGuess {
  const source = storableText(cell.slice(0, maxUrlCell)).replace(/\s+/g, " ");
  const board = source.length <= 80 ? boardOf(source) : "";
  if (board) return { name: board, complete: source.length <= board.length + 4 };
  const fromSource = source.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/.*$/, "");
  if (source && fromSource.length <= Math.min(40, siteLimits.site_name)) {
    return { name: displayName(fromSource), complete: fromSource === source };
  }
  const host = hostOf(url);
  if (host === "") return { name: directSite, complete: source === "" };
  return { name: boardOf(host) || "Company websites", complete: source === "" };
}

// Spells "company_site" as "Company site".
const displayName = (name: string) => {
  const plain = name.replaceAll("_", " ").trim();
  const [first = ""] = plain;
  // Only letters whose upper case folds back are capitalised, so that the site is found again by name.
  const capital = first.toUpperCase().toLowerCase() === first ? first.toUpperCase() : first;
  return capital + plain.slice(first.length);
};
