import sanitizeHtml from "sanitize-html";
import { blocksToParagraphs, cells, softBlocks } from "./rich-text-blocks.ts";
import { htmlPieces, isHtml, unread } from "./rich-text-markup.ts";
import { boundedMarkup } from "./rich-text-nesting.ts";
import { textToHtml } from "./rich-text-plain.ts";
import { wordListsToLists } from "./rich-text-word-lists.ts";

declare const safe: unique symbol;

/** Markup that went through `sanitizeRichText`; the only kind that a page may show as HTML. */
export type SafeHtml = string & { readonly [safe]: true };

const allowedTags = "p br strong b em i u s ul ol li a h2 h3 h4 blockquote code pre hr".split(" ");

// A relative address would lead somewhere else from our page than from where it was written.
const isAbsoluteUrl = (href: unknown): href is string =>
  typeof href === "string" && /^(https?:\/\/|mailto:)/i.test(href);

const startOf = (start: string): sanitizeHtml.Attributes =>
  /^\d{1,4}$/.test(start) && start !== "1" ? { start } : {};

const sanitizeOptions: sanitizeHtml.IOptions = {
  allowedTags: [...allowedTags, ...softBlocks, ...cells],
  allowedAttributes: { a: ["href", "rel"], ol: ["start"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesAppliedToAttributes: ["href"],
  allowProtocolRelative: false,
  // Headings of a pasted page stay below those of ours.
  transformTags: {
    h1: "h2",
    a: (_tag, { href }) => ({
      tagName: "a",
      attribs: { ...(isAbsoluteUrl(href) ? { href } : {}), rel: "noopener nofollow" },
    }),
    ol: (_tag, { start = "1" }) => ({ tagName: "ol", attribs: startOf(start) }),
    // Google Docs wraps all that is copied in one.
    b: (_tag, { style = "" }) => ({
      tagName: /font-weight:\s*(?:normal|400)/i.test(style) ? "span" : "b",
      attribs: {},
    }),
  },
  nonTextTags: [...unread],
  nestingLimit: 64,
};

/**
 * Rich text made safe to show and to keep: a small list of tags, links to http, https and mailto alone, no
 * attributes else. Plain text becomes paragraphs; an unknown tag (`List<String>`) is text.
 */
export function sanitizeRichText(text: string): SafeHtml {
  if (!isHtml(text)) return textToHtml(text) as SafeHtml;
  const clean = sanitizeHtml(markupOf(text), sanitizeOptions);
  const html = blocksToParagraphs(clean);
  // Without a tag it would be plain text the next time, with its entities as words.
  return (html.trim() === "" || isHtml(html) ? html : `<p>${html}</p>`) as SafeHtml;
}

const markupOf = (html: string) => boundedMarkup(htmlPieces(wordListsToLists(html)));
