import sanitizeHtml from "sanitize-html";
import { textToHtml } from "./rich-text-plain.ts";

declare const safe: unique symbol;

/** Markup that went through `sanitizeRichText`; the only kind that a page may show as HTML. */
export type SafeHtml = string & { readonly [safe]: true };

const allowedTags = "p br strong b em i u s ul ol li a h2 h3 h4 blockquote code pre hr".split(" ");

// A relative address would lead somewhere else from our page than from where it was written.
const isAbsoluteUrl = (href: unknown): href is string =>
  typeof href === "string" && /^(https?:\/\/|mailto:)/i.test(href);

const sanitizeOptions: sanitizeHtml.IOptions = {
  allowedTags: allowedTags,
  allowedAttributes: { a: ["href", "rel"] },
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
  },
  // These lose their text too: it was never meant to be read.
  nonTextTags: ["script", "style", "textarea", "option", "noscript", "title", "template"],
};

/**
 * Rich text made safe to show and to keep: a small list of tags, links to http, https and mailto alone,
 * no attributes else. Plain text becomes paragraphs.
 */
export function sanitizeRichText(text: string): SafeHtml {
  return sanitizeHtml(textToHtml(text), sanitizeOptions) as SafeHtml;
}

/** The words of rich text alone, for lists and searching. */
export function plainText(html: string): string {
  const spaced = html.replace(/<(?:\/(?:p|li|h[1-6]|blockquote|pre)|br\s*\/?)>/gi, " $&");
  const bare = sanitizeHtml(spaced, { ...sanitizeOptions, allowedTags: [], allowedAttributes: {} });
  return bare
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
