// What the documented API trims, and no more (a byte order mark stays).
const isBlank = (code: number) =>
  code < 0x80
    ? (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x20)
    : code === 0x85 || code === 0xa0 || (code >= 0x1680 && wideBlanks.has(code));
const wideBlanks = new Set([
  0x1680,
  ...Array.from({ length: 11 }, (_, n) => 0x2000 + n),
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
]);

/** A text without the blanks at its ends. Loops over them, since a pattern that ends in `$` is tried at each blank. */
export function trimBlanks(value: string): string {
  let [start, end] = [0, value.length];
  while (start < end && isBlank(value.charCodeAt(start))) start += 1;
  while (end > start && isBlank(value.charCodeAt(end - 1))) end -= 1;
  return end - start === value.length ? value : value.slice(start, end);
}

/** Whether a text has more code points than that; looks no further than it must. */
export function isLonger(value: string, max: number): boolean {
  if (value.length <= max) return false;
  return value.length > 2 * max || [...value].length > max;
}

const longRuns = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/**
 * Unicode normalization of any text. Sorting a run of combining marks takes quadratic time, so a run ends after 30
 * of them, as in the Stream-Safe Text Format (UAX #15).
 */
export const normalizeText = (text: string, form: "NFC" | "NFKC" | "NFKD"): string =>
  text.replace(longRuns, "$1").normalize(form);

const maxTypedNameLength = 1_000;

/** A user name as it is stored and compared. What no name is as long as stays as it is, and fits no rule. */
export const normalizeUsername = (typed: string): string =>
  typed.length > maxTypedNameLength ? typed : normalizeText(typed, "NFKC");
