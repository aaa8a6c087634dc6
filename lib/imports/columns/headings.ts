import { foldHeading } from "../vocabulary/fold.ts";
import { entryDates, generalDates, headings } from "../vocabulary/headings.ts";
import type { Target } from "../vocabulary/targets.ts";

/** The possible meaning of a heading: a field, a general date, a date of entry, or a column without a field. */
export type HeadingSense = Exclude<Target, "marker"> | "unmapped" | "general_date" | "entry_date";
export type Senses = Partial<Record<HeadingSense, number>>;

const byPhrase = new Map<string, HeadingSense[]>();
const byPhraseInside = new Map<string, HeadingSense[]>();
/** phrases without spaces, such as "JOBTITLE" */
const byJoinedPhrase = new Map<string, HeadingSense[]>();
let maxPhraseWords = 1;

const lists: [HeadingSense, string][] = [
  ...(Object.entries(headings) as [HeadingSense, string][]),
  ["general_date", generalDates],
  ["entry_date", entryDates],
];
for (const [sense, list] of lists) {
  for (const entry of list.split("|").map((phrase) => phrase.trim())) {
    const phrase = entry.replace(/^=/, "");
    add(byPhrase, phrase, sense);
    if (phrase.length >= 6) add(byJoinedPhrase, phrase.replaceAll(" ", ""), sense);
    // Single words that stand for no field are too common to match inside longer headings.
    const single = sense === "unmapped" && !phrase.includes(" ") && !/^(id|deadline)$/.test(phrase);
    if (!entry.startsWith("=") && !single) add(byPhraseInside, phrase, sense);
  }
}

function add(map: Map<string, HeadingSense[]>, phrase: string, sense: HeadingSense): void {
  maxPhraseWords = Math.max(maxPhraseWords, phrase.split(" ").length);
  map.set(phrase, [...(map.get(phrase) ?? []), sense]);
}

/**
 * Scores the meanings of a heading: 100 for a known phrase, 50 to 90 for one inside it, by the share of
 * words it covers. Text in brackets is used only if nothing else matches.
 */
export function headingSenses(heading: string): Senses {
  const plain = foldHeading(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " "));
  const senses = sensesOf(plain);
  return Object.keys(senses).length > 0 ? senses : sensesOf(foldHeading(heading));
}

function sensesOf(heading: string): Senses {
  const senses: Senses = {};
  for (const sense of byPhrase.get(heading) ?? byJoinedPhrase.get(heading) ?? [])
    senses[sense] = 100;
  if (Object.keys(senses).length > 0) return senses;
  const words = heading.split(" ");
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(maxPhraseWords, words.length - at); length > 0; length -= 1) {
      const found = byPhraseInside.get(words.slice(at, at + length).join(" "));
      const score = 50 + (40 * length) / words.length;
      for (const sense of found ?? []) senses[sense] = Math.max(senses[sense] ?? 0, score);
    }
  }
  return senses;
}

/** A column's display name: its heading, else its spreadsheet letter. */
export function columnName(headings: readonly string[], at: number): string {
  return headings[at] || `Column ${columnLetters(at)}`;
}

function columnLetters(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (at % 26));
}
