import { wordListsToLists } from "./rich-text-word-lists.ts";

/** What is pasted, as the editor can keep it: lists of Word as lists, rows of a table as paragraphs. */
export const pastedHtml = (html: string): string =>
  wordListsToLists(html)
    .replace(/<\/?(?:table|thead|tbody|tfoot|colgroup|col|caption)\b[^<>]*>/gi, "")
    .replace(/<tr\b[^<>]*>/gi, "<p>")
    .replace(/<\/tr\s*>/gi, "</p>")
    .replace(/<\/?t[dh]\b[^<>]*>/gi, " ");
