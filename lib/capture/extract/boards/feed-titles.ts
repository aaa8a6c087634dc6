import { companyName } from "../values/company.ts";
import { words } from "../values/words.ts";
import { saysRole } from "../visible/job-words.ts";
import { isPlace } from "../visible/places.ts";
import type { FoundPosting } from "./find-postings.ts";
import { folded, isNode, type TreeNode, valuesAt } from "./tree.ts";

/** What stands in a feed's title before or behind the company. */
const feedWord =
  "(?:rss|feed|jobs?|careers?|vacanc(?:y|ies)|openings?|latest|current|all|at|from|xml)";
const beforeName = new RegExp(`^(?:${feedWord}\\b[\\s:|–—-]{0,4})+`, "i");
const behindName = new RegExp(`(?:[\\s:|–—-]{0,4}\\b${feedWord})+$`, "i");
const noCompany =
  /\b(?:integration|ats|api|export|import|test|listings?|board|search|find|results?|remote(?:ly)?|jobs?)\b/i;

/** Whose feed it is: the title of the channel, or the name beside the list. */
export function feedCompany({ around }: FoundPosting): string | null {
  for (const outer of around.slice(0, 3)) {
    const view = folded(outer);
    const isFeed = view.has("item") || view.has("items") || view.has("entry") || view.has("jobs");
    const title = isFeed ? words(view.get("title") ?? view.get("name")) : null;
    const bare = title?.slice(0, 120).replace(beforeName, "").replace(behindName, "").trim();
    if (!bare || noCompany.test(bare)) continue;
    const name = companyName(bare);
    if (name) return name;
  }
  return null;
}

/** What an item of a feed says in its title alone. */
type FeedItem = { title: string; company: string | null; place: string | null };

const maxItems = 50;

/**
 * Title, company and place of a feed's item, where all titles of the feed are made alike: "Larch Foods: Baker",
 * "Baker at Larch Foods", "Baker — Larch Foods — Bonn, Germany". Null where they are not.
 */
export function feedItem({ node, around }: FoundPosting): FeedItem | null {
  const feed = around.find((outer) => folded(outer).has("item") || folded(outer).has("entry"));
  const own = words(folded(node).get("title"));
  if (!feed || !own) return null;
  const titles = [...valuesAt(feed, "item"), ...valuesAt(feed, "entry")]
    .filter(isNode)
    .slice(0, maxItems)
    .map(titleOf);
  if (titles.length < 2) return null;
  for (const read of [inParts, behindCompany, atCompany])
    if (titles.every((title) => read(title) !== null)) return read(own);
  return null;
}

const titleOf = (item: TreeNode): string => words(folded(item).get("title")) ?? "";

function inParts(text: string): FeedItem | null {
  const parts = text.slice(0, 300).split(/ [—–|-] /);
  const [place = "", company = ""] = parts.slice(-2).reverse();
  if (parts.length < 3 || !isPlace(place)) return null;
  return { title: parts.slice(0, -2).join(" - "), company: companyName(company), place };
}

function behindCompany(text: string): FeedItem | null {
  const [, company = "", title = ""] =
    /^([^:]{2,60}?) ?: (.{3,200})$/.exec(text.slice(0, 300)) ?? [];
  if (!title || saysRole(company)) return null;
  return { title, company: companyName(company), place: null };
}

function atCompany(text: string): FeedItem | null {
  const [, title = "", company = ""] = /^(.{3,200}) at (.{2,60})$/.exec(text.slice(0, 300)) ?? [];
  return title ? { title, company: companyName(company), place: null } : null;
}
