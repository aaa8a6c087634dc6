import { parseHTML } from "linkedom";
import { boundedHtml } from "./bounded-html.ts";

/** A parsed page. */
export type Page = { document: Document; url: URL | null; html: string };

/** Parses a page's HTML; nothing in it runs. */
export function parsePage(html: string, url: URL | null): Page {
  const text = boundedHtml(html);
  const { document } = parseHTML(text);
  if (/<\w{1,20}\s[^<>]{0,200}\b[A-Z]{3,20}\s?=/.test(text)) lowerAttributes(document);
  return { document, url, html: text };
}

const maxElements = 20_000;

/** Names of attributes in lower case, as HTML has them; the parser keeps them as they are written. */
function lowerAttributes(document: Document): void {
  for (const element of [...document.querySelectorAll("*")].slice(0, maxElements)) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (name !== lower && !element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
}
