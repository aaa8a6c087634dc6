import { decodeHTML } from "entities";
import { type SafeHtml, sanitizeRichText } from "../../../rich-text.ts";
import { isHtml } from "../../../rich-text-markup.ts";
import { plainText } from "../../../rich-text-words.ts";

/** A longer description is cut: the longest real ones have 40,000 characters. */
const maxDescription = 200_000;

const controls = /(?![\t\n\r])\p{Cc}|[\ufeff\ufffd]/gu;
const escapedTag =
  /&(?:amp;){0,3}(?:lt|#0?60|#x3c);\/?(?:p|br|div|span|ul|ol|li|strong|b|em|i|u|h[1-6]|a|table|script|style|section)(?=[\s/>]|&)/gi;

/** Whether tags stand in a text as its words: several of them, or all that there are. */
function hasEscapedTags(text: string): boolean {
  const count = text.match(escapedTag)?.length ?? 0;
  return count > 1 || (count === 1 && !isHtml(text));
}

/** `\u003Cp\u003E` and `\n` written out, as a JSON text has them that was escaped once too often. */
const withoutJsonEscapes = (text: string): string =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(text.includes("\n") ? /\\r\\n/g : /(?:\\r)?\\n/g, "\n")
    .replace(/\\"/g, '"');

function unescaped(given: string): string {
  let text = given.slice(0, maxDescription).toWellFormed().replace(controls, "");
  if (/\\u00[\da-f]{2}|\\n/i.test(text)) text = withoutJsonEscapes(text);
  for (let times = 0; times < 3 && hasEscapedTags(text); times++) text = decodeHTML(text);
  // "&amp;nbsp;" in markup, "&nbsp;" in plain text: one level too many.
  if (isHtml(text)) return text.replace(/&amp;(?=(?:amp|nbsp|#\d{2,5}|[a-z]{2,8});)/gi, "&");
  for (let times = 0; times < 2 && /&#?\w{2,8};/.test(text); times++) text = decodeHTML(text);
  return text;
}

const linkTarget = /(\shref\s{0,5}=\s{0,5})(["'])([^"'<>]{1,2000})\2/gi;

/** Links of a page as absolute ones, since a relative one would lead elsewhere from ours. */
const withAbsoluteLinks = (html: string, base: URL): string =>
  html.replace(linkTarget, (whole, start, quote, target) =>
    URL.canParse(target, base.href)
      ? `${start}${quote}${new URL(target, base.href).href.replaceAll("'", "%27")}${quote}`
      : whole,
  );

/**
 * A posting's description as sanitised rich text, from HTML, escaped HTML (twice, too) or plain text; null where it has
 * no words. `base` is the page's address, for relative links.
 */
export function descriptionOf(value: unknown, base: URL | null): SafeHtml | null {
  if (typeof value !== "string") return null;
  const text = unescaped(value);
  const clean = sanitizeRichText(base ? withAbsoluteLinks(text, base) : text);
  return plainText(clean) === "" ? null : clean;
}
