import { highlight, type TextPart } from "@/lib/search/snippet.ts";

/** A text of a list, in pieces where the list was searched. */
export type Named = string | TextPart[];

/** A text as a list that was searched for `words` shows it. */
export const named = (text: string, words: string[]): Named =>
  words.length > 0 ? highlight(text, words) : text;
