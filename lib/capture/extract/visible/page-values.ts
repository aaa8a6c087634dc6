import { canonicalAddress } from "../values/address.ts";
import { words } from "../values/words.ts";
import type { MarkField } from "./mark-names.ts";
import type { Mark } from "./marks.ts";
import type { Shown } from "./shown-page.ts";

/** What a page's `meta` of a name or property says; empty where there is none. */
export const metaOf = (document: Document, name: string): string =>
  document
    .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
    ?.getAttribute("content") ?? "";

/** An element's words on one line, bounded. */
export const textOf = (element: Element): string =>
  words((element.getAttribute("content") ?? element.textContent ?? "").slice(0, 600)) ?? "";

/** The marks of a field: a board's own before others, shown before framed. */
export const marked = (shown: Shown, field: MarkField): Mark[] =>
  shown.marks
    .filter((mark) => mark.field === field && !mark.framed)
    .sort((a, b) => rank[a.kind] - rank[b.kind]);

const rank = { board: 0, item: 1, common: 2 };

/** The canonical address that a page names; null for none, and for a site's root. */
export function addressOf(document: Document, url: URL | null): string | null {
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  for (const each of [canonical, metaOf(document, "og:url")]) {
    const address = each ? canonicalAddress(each, url) : null;
    if (address && new URL(address).pathname !== "/") return address;
  }
  return null;
}
