const isPlain = /^[ -~\s]*$/;

/** A text for comparing: lower case, no accents, no signs, single blanks; letters of any script stay. */
export function fold(text: string): string {
  // Most texts are plain; folding is the dearest step of an import, so they take the short way.
  if (isPlain.test(text)) {
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

/** A heading for comparing: as `fold`, with `dateApplied` and `JobURL` cut into their words. */
export function foldHeading(text: string): string {
  const words = text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2");
  return fold(words);
}

/** A cell's text: trimmed, without no-break blanks, zero-width signs and double blanks within a line. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
