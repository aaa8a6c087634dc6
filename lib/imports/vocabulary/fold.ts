const asciiOnly = /^[ -~\s]*$/;

/** Folds a text for comparison: lower case, no accents or punctuation, single spaces; any script. */
export function fold(text: string): string {
  // Fast path for ASCII: folding is the most expensive step of an import.
  if (asciiOnly.test(text)) {
    return text
      .toLowerCase()
      .replace(/['`]/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  }
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ı/g, "i")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/đ/g, "d")
    .replace(/æ/g, "ae")
    .replace(/['’`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Folds a heading: as `fold`, with camel case split (`dateApplied`, `JobURL`). */
export function foldHeading(text: string): string {
  const words = text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2");
  return fold(words);
}

/** Normalises white space: trims, removes zero-width characters, collapses spaces and no-break spaces. */
export function normalizeSpaces(text: string): string {
  return text
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** The name of the first pattern that matches a text, or "". */
export const nameByPattern = (patterns: NamedPatterns, text: string) =>
  patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? "";

export type NamedPatterns = readonly [name: string, pattern: RegExp][];
