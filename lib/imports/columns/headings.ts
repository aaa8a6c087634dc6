import { foldHeading } from "../vocabulary/fold.ts";
import {
  advertSigns,
  answerDates,
  contactDates,
  entryDates,
  foundDates,
  generalDates,
  headings,
  laterDates,
  otherDates,
} from "../vocabulary/headings.ts";
import type { Target } from "../vocabulary/targets.ts";
import { isTypoOf } from "./typos.ts";

/** What a heading can say besides naming a field: a kind of day, or a list of adverts. */
const otherLists = {
  general_date: generalDates,
  entry_date: entryDates,
  contact_date: contactDates,
  answer_date: answerDates,
  found_date: foundDates,
  later_date: laterDates,
  advert: advertSigns,
  other_day: `${advertSigns}|${otherDates}`,
};

/** The possible meaning of a heading: a field, another of the lists, or a column without a field. */
export type HeadingSense = Exclude<Target, "marker"> | "unmapped" | keyof typeof otherLists;
export type Senses = Partial<Record<HeadingSense, number>>;

/** Scores of a heading's senses: a known phrase, one that can mean much, one spelled otherwise. */
const points = { exact: 100, vague: 90, unspaced: 75, misspelled: 65, compound: 60 } as const;
const maxHeading = 120;

type Phrases = Map<string, [HeadingSense, number][]>;
const byPhrase: Phrases = new Map();
const byPhraseInside: Phrases = new Map();
/** phrases without spaces, such as "JOBTITLE" */
const byJoinedPhrase: Phrases = new Map();
/** single words by their last letter, for headings that end in one, such as "Bewerbungsdatum" */
const byEnding = new Map<string, string[]>();
/** phrases by their first letter, for misspelled ones */
const byInitial = new Map<string, string[]>();
/** phrases of scripts that are written without spaces, the longest first */
const unspaced: [phrase: string, sense: HeadingSense][] = [];
let maxPhraseWords = 1;

const isUnspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

for (const [sense, list] of Object.entries({ ...headings, ...otherLists }) as [
  HeadingSense,
  string,
][]) {
  for (const entry of list.split("|").map((phrase) => phrase.trim())) {
    const phrase = entry.replace(/^=/, "");
    const vague = entry.startsWith("=");
    add(byPhrase, phrase, sense, vague ? points.vague : points.exact);
    if (phrase.length >= 6) add(byJoinedPhrase, phrase.replaceAll(" ", ""), sense, points.exact);
    // Single words that stand for no field are too common to match inside longer headings.
    const single = sense === "unmapped" && !phrase.includes(" ") && !/^(id|deadline)$/.test(phrase);
    if (vague) continue;
    if (!single) add(byPhraseInside, phrase, sense, points.exact);
    if (isUnspaced.test(phrase)) unspaced.push([phrase, sense]);
  }
}
unspaced.sort(([a], [b]) => b.length - a.length);
for (const phrase of byPhrase.keys()) {
  const initial = phrase.charAt(0);
  byInitial.set(initial, [...(byInitial.get(initial) ?? []), phrase]);
  const ending = phrase.slice(-1);
  if (phrase.length < 5 || phrase.includes(" ") || !byPhraseInside.has(phrase)) continue;
  byEnding.set(ending, [...(byEnding.get(ending) ?? []), phrase]);
}

function add(map: Phrases, phrase: string, sense: HeadingSense, score: number): void {
  maxPhraseWords = Math.max(maxPhraseWords, phrase.split(" ").length);
  map.set(phrase, [...(map.get(phrase) ?? []), [sense, score]]);
}

const sensesByHeading = new Map<string, Senses>();

/**
 * Scores the meanings of a heading: 100 for a known phrase, 50 to 90 for one inside it, by the share of
 * words it covers. Text in brackets is used only if nothing else matches. Cached.
 */
export function headingSenses(heading: string): Senses {
  const text = heading.slice(0, maxHeading);
  const known = sensesByHeading.get(text);
  if (known) return known;
  if (sensesByHeading.size > 5_000) sensesByHeading.clear();
  const plain = foldHeading(text.replace(/\([^)]*\)|\[[^\]]*\]/g, " "));
  const whole = foldHeading(text);
  const senses = [sensesOf(plain), sensesOf(whole), sensesOfUnknown(plain || whole)].find(
    (found) => Object.keys(found).length > 0,
  );
  sensesByHeading.set(text, senses ?? {});
  return senses ?? {};
}

function sensesOf(heading: string): Senses {
  const exact = byPhrase.get(heading) ?? byJoinedPhrase.get(heading);
  if (exact) return bestOf(exact);
  const found: [HeadingSense, number][] = [];
  const words = heading.split(" ");
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(maxPhraseWords, words.length - at); length > 0; length -= 1) {
      const phrase = words.slice(at, at + length).join(" ");
      const score = 50 + (40 * length) / words.length;
      for (const [sense] of byPhraseInside.get(phrase) ?? []) found.push([sense, score]);
    }
  }
  return bestOf(found);
}

/** The senses of a heading with no known word: run together, or without spaces. */
function sensesOfUnknown(heading: string): Senses {
  if (isUnspaced.test(heading)) {
    const length = unspaced.find(([phrase]) => heading.includes(phrase))?.[0].length ?? 0;
    const longest = unspaced.filter(
      ([phrase]) => phrase.length === length && heading.includes(phrase),
    );
    return bestOf(longest.map(([, sense]) => [sense, points.unspaced]));
  }
  if (heading.includes(" ") || heading.length > 40) return {};
  const endings = byEnding.get(heading.slice(-1))?.filter((word) => heading.endsWith(word)) ?? [];
  if (endings.length > 0) return sensesOfAll(byPhraseInside, endings, points.compound);
  return {};
}

/** The meanings of a column's heading: as `headingSenses`, else those of the known phrases that it misspells. */
export function columnSenses(heading: string): Senses {
  const known = headingSenses(heading);
  const plain = foldHeading(heading.slice(0, maxHeading));
  if (Object.keys(known).length > 0 || plain.length > 40) return known;
  const alike = byInitial.get(plain.charAt(0))?.filter((phrase) => isTypoOf(plain, phrase));
  return sensesOfAll(byPhrase, alike ?? [], points.misspelled);
}

function sensesOfAll(map: Phrases, phrases: string[], score: number): Senses {
  const found = phrases.flatMap((phrase) => map.get(phrase) ?? []);
  return bestOf(found.map(([sense]) => [sense, score]));
}

function bestOf(found: [HeadingSense, number][]): Senses {
  const senses: Senses = {};
  for (const [sense, score] of found) senses[sense] = Math.max(senses[sense] ?? 0, score);
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
