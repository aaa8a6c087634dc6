import { fold, maxJudgedLength, type NamedPatterns, nameByPattern } from "./fold.ts";
import {
  hedges,
  type Meaning,
  meanings,
  negations,
  statusSigns,
  statusWords,
  waitingFor,
} from "./meanings.ts";
import { monthOf } from "./months.ts";
import { statusSentences } from "./sentences.ts";

export type StatusReading = {
  meaning: Meaning;
  /** whether every word of the text was recognised */
  whole: boolean;
};

/** A phrase with `words` words, or the beginning of one. */
type Stem = { stem: string; meaning: Meaning };

const exactPhrases = new Map<string, Meaning>();
const stemsByWords = new Map<number, Stem[]>();
/** Phrases of Chinese, Japanese and Korean, which have no or uncertain spaces, the longest first. */
const unspaced: { text: string; meaning: Meaning }[] = [];
let maxPhraseWords = 1;

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

for (const phrases of [statusSentences, statusWords]) {
  for (const meaning of meanings) {
    for (const phrase of phrases[meaning]?.split("|") ?? []) addPhrase(phrase.trim(), meaning);
  }
}
unspaced.sort((a, b) => b.text.length - a.text.length);

function addPhrase(phrase: string, meaning: Meaning): void {
  const key = fold(phrase);
  const words = key.split(" ").length;
  if (dense.test(key)) unspaced.push({ text: key.replaceAll(" ", ""), meaning });
  else if (phrase.endsWith("*"))
    stemsByWords.set(words, [...(stemsByWords.get(words) ?? []), { stem: key, meaning }]);
  else if (!exactPhrases.has(key)) exactPhrases.set(key, meaning);
  maxPhraseWords = Math.max(maxPhraseWords, words);
}

// Words that carry no meaning beside a status word.
const fillers = new Set(
  "date dates time day the a an of on at for in to from by with and or my me i was is been yes no y n x done completed complete received sent scheduled stage round 1 2 3 4 5 1st 2nd 3rd 4th first second third via am le la el de du da do di".split(
    " ",
  ),
);

const readingCache = new Map<string, StatusReading | null>();
const maxCachedLength = 200;

/** Status parsing: the meaning of a status text, or null if no word of it is known. Cached. */
export function readStatus(text: string): StatusReading | null {
  if (text.length > maxCachedLength) return parseStatus(text.slice(0, maxJudgedLength));
  const reading = readingCache.get(text);
  if (reading !== undefined) return reading;
  if (readingCache.size > 5_000) readingCache.clear();
  const fresh = parseStatus(text);
  readingCache.set(text, fresh);
  return fresh;
}

function parseStatus(text: string): StatusReading | null {
  const folded = fold(withSpacedWords(text)).replace(/(\p{L})\1{2,}/gu, "$1");
  const found = new Set<Meaning>();
  const words = takeUnspaced(folded, found).split(" ").filter(Boolean);
  let missed = 0;
  for (let at = 0; at < words.length; ) {
    const match = longestAt(words, at);
    if (match && !(negations.has(words[at - 1] ?? "") && match.meaning !== "waiting")) {
      found.add(match.meaning);
    } else if (!match && !isFiller(words[at] ?? "")) missed += 1;
    at += match?.words ?? 1;
  }
  for (const [sign, meaning] of statusSigns)
    if (found.size === 0 && sign.test(text)) found.add(meaning);
  const strongest = meanings.find((meaning) => found.has(meaning));
  if (!strongest) return null;
  if (hedges.test(folded) || /\?\s?$/.test(text)) return { meaning: "unclear", whole: false };
  const isAwaited = waitingFor.test(folded) && found.size > 1;
  const isUpcoming = isAwaited && (strongest === "offer" || strongest === "engaged");
  return { meaning: isUpcoming ? "review" : strongest, whole: missed === 0 };
}

// "PhoneScreen" and "NoResponse", as programs write them.
const withSpacedWords = (text: string) =>
  /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u.test(text)
    ? text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    : text;

/** Whether a text begins with a denial: “no interview”, “not scheduled yet”. */
export function negates(text: string): boolean {
  const [first = ""] = fold(text).split(" ", 1);
  return negations.has(first);
}

const isFiller = (word: string) =>
  fillers.has(word) || /^\d/.test(word) || monthOf(word) !== undefined;

function longestAt(words: string[], at: number): { meaning: Meaning; words: number } | null {
  for (let length = Math.min(maxPhraseWords, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(" ");
    const meaning =
      exactPhrases.get(phrase) ??
      stemsByWords.get(length)?.find(({ stem }) => phrase.startsWith(stem))?.meaning;
    if (meaning) return { meaning, words: length };
  }
  return null;
}

/** Takes the known phrases of the dense scripts out of a text, and gives what is left of it. */
function takeUnspaced(text: string, found: Set<Meaning>): string {
  if (!dense.test(text)) return text;
  let left = text.replace(besideDense, "");
  for (const { text: phrase, meaning } of unspaced) {
    if (!left.includes(phrase)) continue;
    found.add(meaning);
    left = left.replaceAll(phrase, " ");
  }
  return left.replace(latinBorder, " ");
}

const besideDense = new RegExp(`(?<=${dense.source}) | (?=${dense.source})`, "gu");
const latinBorder = new RegExp(`(?<=[a-z])(?=${dense.source})|(?<=${dense.source})(?=[a-z])`, "gu");

const talk = String.raw`(\w+ ){0,2}(round|interview|stage|step|phase|call|chat|meeting|screen|panel|runde|gesprach|entretien|entrevista|colloquio|gesprek|rozmowa|gorusme|mulakat)`;

// The documented stages and the words for them, the furthest first.
const stages: NamedPatterns = [
  ["Offer", /\boffer|angebot|zusage|oferta de trabajo|offerta|aanbod|teklif\b/],
  [
    "Team Interview",
    new RegExp(
      String.raw`^finals?$|\b(final|third|3rd|last|dritte|troisieme|tercera|terzo) ${talk}|(stage|round|interview) (three|3)\b|onsite|on site|superday|panel|team interview|endrunde|cultur`,
    ),
  ],
  [
    "Hiring Manager Interview",
    new RegExp(
      String.raw`hiring manager|manager (interview|round)|^(2nd|second)$|\b(second|2nd|zweite|deuxieme|segunda|secondo) ${talk}|zweitgesprach|(stage|round|interview) (two|2)\b`,
    ),
  ],
  [
    "Code Test",
    /\bcod(e|ing)|assessment|\boa\b|take ?home|hackerrank|codility|technical (test|challenge)|tech(nical)? (screen|round|interview)|\btest|challenge|homework|assignment|case study|testaufgabe|prueba|prova|teste/,
  ],
  [
    "HR Interview",
    /\bhr\b|interview|entretien|entrevista|colloquio|gesprek|gesprach|rozmowa|mulakat|gorusme|intervju/,
  ],
  [
    "Screening",
    /\bscreen|\bphone|^recruiter$|recruiter (call|chat|contact|phone)|^intro$|intro\w* (call|chat|meeting)|initial|\bcall\b|telefon|telephon|(stage|round) (one|1)\b/,
  ],
];

// What a text denies or only waits for is no stage that was reached: "rejected without an interview".
const denied =
  /\b(?:not \w+ (?:to|for) (?:an? |the )?|(?:no|not|without|before|never|ohne|kein\w*|vor|sans|aucun\w*|avant|sin|antes|sem|senza|prima|zonder|geen|voor|bez|przed) (?:(?:an?|the|any|de|del|di|phone|first|1st|second|2nd|final|further) ){0,2})\w+/g;

/** The documented stage that a text names, or "". */
export function stageOf(text: string): string {
  return nameByPattern(stages, fold(text).replace(denied, " "));
}

/** The rank of a stage, higher is further; 0 for none. */
export const stageRank = (stage: string) => {
  const at = stages.findIndex(([name]) => name === stage);
  return at < 0 ? 0 : stages.length - at;
};
