import { isLonger } from "../unicode.ts";

/** A text on one line that can be stored: without NUL and lone surrogates, its blanks single. */
export const oneLine = (text: string) =>
  text.toWellFormed().replaceAll("\0", "").replace(/\s+/g, " ").trim();

/** A line of at most so many code points: a longer one ends with "…" behind a word. */
export function shortened(line: string, max: number): string {
  if (!isLonger(line, max)) return line;
  const kept = [...line.slice(0, 2 * max)].slice(0, max - 1).join("");
  const end = kept.lastIndexOf(" ");
  // Where there is no word to end behind, it ends inside of one.
  return `${(end > kept.length / 2 ? kept.slice(0, end) : kept).trimEnd()}…`;
}
