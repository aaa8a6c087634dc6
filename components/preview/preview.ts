import type { ShownWord } from "@/lib/statuses/words.ts";

/** What the panel beside a list shows of a row. */
export type Preview = {
  title: string;
  lead: string;
  status: ShownWord;
  /** names and values; days as an instant with the reader's offset, and in words */
  facts: readonly (readonly [name: string, value: string | readonly [at: string, words: string]])[];
  /** the beginning of its text, and whether there is more */
  text: string;
  isCut: boolean;
};
