import type { Texts } from "./documents.ts";
import { foldAccents, isDense, wordsIn } from "./words.ts";

/** A part of a text, and whether it matched. Pages show it as text, never as markup. */
export type TextPart = { text: string; hit: boolean };

/** How many characters an excerpt has before its first hit and after it. */
export type ExcerptRoom = { before: number; behind: number };

/** The room of a narrow column, which must show the hit, and that of a whole line. */
const columnRoom: ExcerptRoom = { before: 10, behind: 110 };
export const lineRoom: ExcerptRoom = { before: 50, behind: 90 };

// A text that is shorter says little of where the word stands.
const minContext = 60;

/** Highlights a text: matched parts and the text between them. With `inside`, parts of words match too, as in names. */
export function highlight(text: string, words: string[], inside = true): TextPart[] {
  const pieces: TextPart[] = [];
  let done = 0;
  for (const { at, word } of wordsIn(text)) {
    const hit = hitIn(word, words, inside);
    if (!hit) continue;
    const [from, to] = [at + hit.from, at + hit.to];
    if (from > done) pieces.push({ text: text.slice(done, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}

function hitIn(word: string, words: string[], inside: boolean) {
  const folded = foldAccents(word).replaceAll("+", "＋").replaceAll("#", "＃");
  for (const sought of words) {
    const from = folded.indexOf(sought);
    if (from < 0 || (from > 0 && !inside && !isDense(sought))) continue;
    // Folding changed the length, so positions no longer map to the original letters.
    if (folded.length !== word.length) return { from: 0, to: word.length };
    return { from, to: from + sought.length };
  }
  return null;
}

/**
 * An excerpt around the first word that the names lack, from the first text that says more than a few words beside
 * it; null where the names have every word.
 */
export function excerpt(
  { names, rest }: Texts,
  words: string[],
  room: ExcerptRoom = columnRoom,
): TextPart[] | null {
  const called = names.join(" ");
  const missing = words.filter((word) => !highlight(called, [word]).some(({ hit }) => hit));
  if (missing.length === 0) return null;
  let best = "";
  for (const text of rest) {
    if (text.length <= best.length) continue;
    const first = wordsIn(text).find(({ word }) => hitIn(word, missing, false));
    if (first) best = cutAround(text, first.at, room);
    if (best.length >= minContext) break;
  }
  return best === "" ? null : highlight(best, words, false);
}

function cutAround(text: string, at: number, { before, behind }: ExcerptRoom): string {
  const from = at > before ? Math.min(text.indexOf(" ", at - before) + 1 || at, at) : 0;
  const end = text.length > at + behind ? text.lastIndexOf(" ", at + behind) : text.length;
  const to = end > at ? end : at + behind;
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}
