import { siteLimits } from "../../sites/fields.ts";
import { boardOf } from "../words/boards.ts";
import { clean } from "./fit.ts";
import { hostOf } from "./url.ts";

/** Where a row's posting was found: the site's name, and whether the cell said no more than that. */
export type SiteGuess = { name: string; whole: boolean };

const unknown = "Imported";

/**
 * The name of the site that a row belongs to: its source, else the board that its address leads to,
 * else one shared name. A long source is a remark, not a name.
 */
export function siteOf(cell: string, url: string): SiteGuess {
  const source = clean(cell).replace(/\s+/g, " ");
  const board = source.length <= 80 ? boardOf(source) : "";
  if (board) return { name: board, whole: source.length <= board.length + 4 };
  const fromSource = source.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/.*$/, "");
  if (source && fromSource.length <= Math.min(40, siteLimits.site_name)) {
    return { name: sentence(fromSource), whole: fromSource === source };
  }
  const host = hostOf(url);
  if (host === "") return { name: unknown, whole: source === "" };
  return { name: boardOf(host) || "Company websites", whole: source === "" };
}

// Names that tables write with underscores, as "company_site", are shown with blanks.
const sentence = (name: string) => {
  const plain = name.replaceAll("_", " ").trim();
  const [first = ""] = plain;
  // Some letters have no way back from their capital, and a name must be found again.
  const capital = first.toUpperCase().toLowerCase() === first ? first.toUpperCase() : first;
  return capital + plain.slice(first.length);
};
