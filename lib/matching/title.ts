import { maxCompared } from "./advert.ts";
import { foldWords } from "./fold.ts";
import { placeWords, wordsOfPlaces } from "./places.ts";
import { levels, pairs, silentWords, spellings } from "./title-words.ts";

/** A title as it is compared: what the job is, and how senior. */
export type TitleWords = { words: ReadonlySet<string>; level: string };

const maxWords = 16;

/** Reads a title: without gender marks, places, numbers of advertisements, hours and punctuation. */
export function readTitle(title: string, cities = ""): TitleWords {
  const here = new Set(wordsOfPlaces(cities));
  const level = new Set<string>();
  const words = new Set<string>();
  const typed = title
    .slice(0, maxCompared.name)
    // "Entwickler*in", "Verkäufer/-in", "Developer:in" and "(all genders)" name one job.
    .replaceAll(/[*:_/]-?in(?:nen)?(?![\p{L}])/giu, "")
    .replaceAll(/[&]/g, " and ");
  for (const word of joined(foldWords(typed).slice(0, maxWords))) {
    const found = levels.get(word);
    // "I" is a level only behind a job, and "m/w/i" names none.
    if (found && (word !== "i" || words.size > 0)) level.add(found);
    else if (!isSilent(word, here)) words.add(spellings.get(word) ?? singular(word));
  }
  // A title that is a level alone, as "Werkstudent" is, is the job.
  return { words: words.size > 0 ? words : level, level: [...level].sort().join(" ") };
}

const isSilent = (word: string, here: ReadonlySet<string>) =>
  silentWords.has(word) ||
  placeWords.has(word) ||
  here.has(word) ||
  /^#?\p{L}{0,3}\d+$/u.test(word);

const singular = (word: string) =>
  /[^s]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word;

function joined(words: string[]): string[] {
  const found: string[] = [];
  for (const word of words) {
    const last = found.at(-1);
    const spelled = spellings.get(word) ?? word;
    const pair = pairs.get(`${last} ${word}`) ?? pairs.get(`${last} ${spelled}`);
    if (pair) found[found.length - 1] = pair;
    else found.push(word);
  }
  return found;
}

/** How two titles compare: `same` words, `within` where one only adds a little, `overlap` where they share some. */
export type TitleMatch = {
  words: "same" | "within" | "overlap" | "different" | "unknown";
  level: "same" | "unstated" | "different";
};

/** Compares two titles. */
export function compareTitles(a: TitleWords, b: TitleWords): TitleMatch {
  return { words: compareWords(a.words, b.words), level: compareLevels(a.level, b.level) };
}

function compareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): TitleMatch["words"] {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? "unknown" : "different";
  const common = [...a].filter((word) => b.has(word)).length;
  const least = Math.min(a.size, b.size);
  const share = common / (a.size + b.size - common);
  if (share === 1) return "same";
  if (common === least && share >= 0.75) return "within";
  return share >= 0.3 ? "overlap" : "different";
}

function compareLevels(a: string, b: string): TitleMatch["level"] {
  if (a === b) return "same";
  return a === "" || b === "" ? "unstated" : "different";
}
