import type { Texts } from "./documents.ts";
import { foldAccents, isDense, wordsIn } from "./words.ts";

/** A part of a text, and whether it matched. Pages show it as text, never as markup. */
export type TextPart = { text: string; hit: boolean };

// Characters of an excerpt before the first hit, so that a narrow column still shows it, and after it.
const [before, behind] = [10, 110];

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
 * An excerpt around the first word that the names lack; null where the names have every word.
 */
export function excerpt({ names, rest }: Texts, words: string[]): TextPart[] | null {
  const called = names.join(" ");
  const missing = words.filter((word) => !highlight(called, [word]).some(({ hit }) => hit));
  if (missing.length === 0) return null;
  for (const text of rest) {
    const first = wordsIn(text).find(({ word }) => hitIn(word, missing, false));
    if (first) return highlight(cutAround(text, first.at), words, false);
  }
  return null;
}

function cutAround(text: string, at: number): string {
  const from = at > before ? Math.min(text.indexOf(" ", at - before) + 1 || at, at) : 0;
  const end = text.length > at + behind ? text.lastIndexOf(" ", at + behind) : text.length;
  const to = end > at ? end : at + behind;
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}
