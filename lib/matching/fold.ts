import { maxCompared } from "./advert.ts";

const letters: Record<string, string> = { ß: "ss", ø: "o", æ: "a", œ: "o", ł: "l", đ: "d", ı: "i" };

/** A name as it is compared: without case and accents; "ü" is like "u" and "ue". */
const foldLetters = (text: string): string =>
  text
    .slice(0, maxCompared.name)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[ßøæœłđı]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/([aou])e(?!u)/g, "$1");

/** The words of a name as they are compared. */
export const foldWords = (text: string): string[] =>
  foldLetters(text)
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean);

/** A set of words of a text, as `foldWords` gives them. */
export const wordSet = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).map((word) => foldLetters(word)));
