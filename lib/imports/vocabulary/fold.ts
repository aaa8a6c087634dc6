/** How much of a text is judged, in UTF-16 units: more is no word, name or heading, and would only cost time. */
export const maxJudgedLength = 1_000;

const asciiOnly = /^[ -~\s]*$/;

/** Folds a text for comparison: lower case, no accents or punctuation, single spaces; any script. */
export function fold(text: string): string {
  const judged = text.slice(0, maxJudgedLength);
  // Fast path for ASCII: folding is the most expensive step of an import.
  if (asciiOnly.test(judged)) {
    return judged
      .toLowerCase()
      .replace(/['`]/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  }
  return judged
    .normalize("NFKD")
    .replace(accents, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ı/g, "i")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/đ/g, "d")
    .replace(/æ/g, "ae")
    .replace(/['’`´\u200b-\u200d]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

// Accents of Latin, Greek and Cyrillic, and optional vowels; marks of other scripts are letters' parts.
const accents = /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\ufe00-\ufe0f]/g;

/** Folds a name for comparison: as `fold`, but “C++”, “C#” and “C” are three names. */
export function foldName(text: string): string {
  const named = text
    .slice(0, maxJudgedLength)
    .normalize("NFKC")
    .replace(/(?<=[\p{L}\p{N}+#])[+#]/gu, (sign) => (sign === "+" ? "plus" : "sharp"));
  return fold(named);
}

/** The key of a person's own word: its folded letters, or its signs where it has none, as “👍”. */
export function wordKey(word: string): string {
  return foldName(word) || word.slice(0, maxJudgedLength).replace(/\s+/g, "");
}

/** Folds a heading: as `fold`, with camel case split (`dateApplied`, `JobURL`). */
export function foldHeading(text: string): string {
  const words = text
    .slice(0, maxHeadingLength)
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  return fold(words);
}

const maxHeadingLength = 200;

/** A longer text is a page of notes: blanks at its lines' ends and invisible characters do no harm in it. */
const maxTidiedLength = 20_000;

const invisible = /[\u200b\ufeff]/g;
// Joiners are part of a word in Arabic and Indic scripts and in emoji; after Latin they are left from copying.
const strayJoiners = /(?<=^|[ -\u024f\s])[\u200c\u200d]+/g;

/** Normalises white space: trims, removes stray zero-width characters, collapses spaces and no-break spaces. */
export function normalizeSpaces(text: string): string {
  const spaced = text.replace(/[^\S\n\ufeff]{2,}|[^\S\n\ufeff ]/g, " ").trim();
  if (spaced.length > maxTidiedLength) return spaced;
  const visible = /[\u200b-\u200d\ufeff]/.test(spaced) ? withoutInvisible(spaced) : spaced;
  return visible.replace(/ ?\n ?/g, "\n");
}

const withoutInvisible = (text: string) =>
  text.replace(invisible, "").replace(strayJoiners, "").replace(/ {2,}/g, " ").trim();

/** The name of the first pattern that matches a text, or "". */
export const nameByPattern = (patterns: NamedPatterns, text: string) =>
  patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? "";

export type NamedPatterns = readonly [name: string, pattern: RegExp][];
