import { fold, type NamedPatterns, nameByPattern } from "./fold.ts";
import {
  hedges,
  type Meaning,
  meanings,
  negations,
  statusSigns,
  statusWords,
  waitingFor,
} from "./meanings.ts";

export type StatusReading = {
  meaning: Meaning;
  /** whether every word of the text was recognised */
  whole: boolean;
};

const exactPhrases = new Map<string, Meaning>();
const stems: { stem: string; words: number; meaning: Meaning }[] = [];
const unspaced: { text: string; meaning: Meaning }[] = [];
let maxPhraseWords = 1;

for (const meaning of meanings) {
  for (const phrase of statusWords[meaning].split("|").map((part) => part.trim())) {
    const key = fold(phrase);
    const words = key.split(" ").length;
    maxPhraseWords = Math.max(maxPhraseWords, words);
    if (phrase.endsWith("*")) stems.push({ stem: key, words, meaning });
    else if (!exactPhrases.has(key)) exactPhrases.set(key, meaning);
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(key)) {
      unspaced.push({ text: key, meaning });
    }
  }
}
unspaced.sort((a, b) => b.text.length - a.text.length);

// Words that carry no meaning beside a status word.
const fillers = new Set(
  "date dates time day the a an of on at for in to from by with and or my me i was is been yes no y n x done completed complete received sent scheduled stage round 1 2 3 4 5 1st 2nd 3rd 4th first second third via am le la el de du da do di".split(
    " ",
  ),
);

const readingCache = new Map<string, StatusReading | null>();

/** Status parsing: the meaning of a status text, or null if no word of it is known. Cached. */
export function readStatus(text: string): StatusReading | null {
  const reading = readingCache.get(text);
  if (reading !== undefined) return reading;
  if (readingCache.size > 5_000) readingCache.clear();
  const fresh = parseStatus(text);
  readingCache.set(text, fresh);
  return fresh;
}

function parseStatus(text: string): StatusReading | null {
  const folded = fold(text).replace(/(\p{L})\1{2,}/gu, "$1");
  const words = folded.split(" ").filter(Boolean);
  const found = new Set<Meaning>();
  let missed = 0;
  for (let at = 0; at < words.length; ) {
    const match = longestAt(words, at);
    if (match && !(negations.has(words[at - 1] ?? "") && match.meaning !== "waiting")) {
      found.add(match.meaning);
    } else if (!match && !fillers.has(words[at] ?? "")) missed += 1;
    at += match?.words ?? 1;
  }
  if (found.size === 0) addUnspaced(folded, found);
  for (const [sign, meaning] of statusSigns)
    if (found.size === 0 && sign.test(text)) found.add(meaning);
  const strongest = meanings.find((meaning) => found.has(meaning));
  if (!strongest) return null;
  if (hedges.test(folded) || /\?\s*$/.test(text)) return { meaning: "unclear", whole: false };
  const isAwaited = waitingFor.test(folded) && found.size > 1;
  const isUpcoming = isAwaited && (strongest === "offer" || strongest === "engaged");
  return { meaning: isUpcoming ? "review" : strongest, whole: missed === 0 };
}

function longestAt(words: string[], at: number): { meaning: Meaning; words: number } | null {
  for (let length = Math.min(maxPhraseWords, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(" ");
    const meaning =
      exactPhrases.get(phrase) ??
      stems.find((entry) => entry.words === length && phrase.startsWith(entry.stem))?.meaning;
    if (meaning) return { meaning, words: length };
  }
  return null;
}

// Chinese, Japanese and Korean have no spaces between words: the longest known substring wins.
function addUnspaced(text: string, found: Set<Meaning>): void {
  const hit = unspaced.find((entry) => text.includes(entry.text));
  if (hit) found.add(hit.meaning);
}

// The documented stages and the words for them, the furthest first.
const stages: NamedPatterns = [
  ["Offer", /\boffer|angebot|zusage|oferta de trabajo|offerta|aanbod|teklif\b/],
  [
    "Team Interview",
    /\bfinal|onsite|on site|superday|panel|team interview|last round|third|3rd|stage three|stage 3|endrunde|cultur/,
  ],
  [
    "Hiring Manager Interview",
    /\bhiring manager|manager (interview|round)|second|2nd|stage 2|stage two/,
  ],
  [
    "Code Test",
    /\bcod(e|ing)|assessment|\boa\b|take ?home|hackerrank|codility|technical (test|challenge)|tech(nical)? (screen|round|interview)|\btest|challenge|homework|assignment|case study|testaufgabe|prueba|prova|teste/,
  ],
  [
    "HR Interview",
    /\bhr\b|interview|entretien|entrevista|colloquio|gesprek|gesprach|rozmowa|mulakat|gorusme|intervju/,
  ],
  ["Screening", /\bscreen|phone|recruiter|intro|initial|call\b|telefon|telephon|stage 1|stage one/],
];

/** The documented stage that a text names, or "". */
export function stageOf(text: string): string {
  return nameByPattern(stages, fold(text));
}

/** The rank of a stage, higher is further; 0 for none. */
export const stageRank = (stage: string) => {
  const at = stages.findIndex(([name]) => name === stage);
  return at < 0 ? 0 : stages.length - at;
};
