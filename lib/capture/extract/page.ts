import { parseHTML } from "linkedom";

/** A parsed page. */
export type Page = { document: Document; url: URL | null; html: string };

/** Parses a page's HTML; nothing in it runs. */
export function parsePage(html: string, url: URL | null): Page {
  return { document: parseHTML(html).document, url, html };
}
