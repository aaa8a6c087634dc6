import { normalizeText } from "../unicode.ts";

// Scripts without spaces between words are indexed as bigrams.
const dense = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー々]`;
const letter = String.raw`[\p{L}\p{M}\p{N}]`;
const run = new RegExp(`${dense}+|(?:(?!${dense})${letter})+[+#]*`, "gu");
const allDense = new RegExp(`^${dense}+$`, "u");

const maxWordLength = 64;
const alike: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

/** Folds case and accents, which people leave out when they search. */
export function foldAccents(text: string): string {
  const bare = normalizeText(text.toLowerCase(), "NFKD").replace(/[\u0300-\u036f]/g, "");
  return bare.normalize("NFC").replace(/[ßæœøłđı]/g, (letter) => alike[letter] ?? letter);
}

/** The words of a text with their positions. */
export function wordsIn(text: string): { at: number; word: string }[] {
  return Array.from(text.matchAll(run), ({ index, 0: word }) => ({ at: index, word }));
}

/**
 * The folded words of a text. "C++" and "C#" are words of their own beside "c"; their signs are written so
 * that the index takes them for letters.
 */
export function indexWords(text: string): string[] {
  return runsOf(text).flatMap((word) => {
    const bare = word.replace(/[＋＃]+$/, "");
    return bare === word ? [word] : [bare, word];
  });
}

/** The words of a query: as `indexWords`, but "C++" is one word alone. */
export function queryWords(text: string): string[] {
  return [...new Set(runsOf(text))];
}

const runsOf = (text: string) =>
  (foldAccents(text).match(run) ?? []).map((word) =>
    word.slice(0, maxWordLength).replaceAll("+", "＋").replaceAll("#", "＃"),
  );

/** Whether a word is in a script without spaces, such as Chinese or Japanese. */
export const isDense = (word: string): boolean => allDense.test(word);

/** The n-grams of a word, `size` characters each. */
export function partsOf(word: string, size: number): string[] {
  const letters = Array.from(word);
  return letters.slice(size - 1).map((_, at) => letters.slice(at, at + size).join(""));
}
