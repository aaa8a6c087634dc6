import { foldHeading } from "../words/fold.ts";
import { entryDates, generalDates, headings } from "../words/headings.ts";
import type { Target } from "../words/targets.ts";

/** What a heading could mean: a field, a general or an entry date, or a column without a home. */
export type HeadingSense = Exclude<Target, "marker"> | "kept" | "general_date" | "entry_date";
export type Senses = Partial<Record<HeadingSense, number>>;

const whole = new Map<string, HeadingSense[]>();
const inside = new Map<string, HeadingSense[]>();
/** whole phrases without their blanks, as in "JOBTITLE" */
const joined = new Map<string, HeadingSense[]>();
let longest = 1;

const lists: [HeadingSense, string][] = [
  ...(Object.entries(headings) as [HeadingSense, string][]),
  ["general_date", generalDates],
  ["entry_date", entryDates],
];
for (const [sense, list] of lists) {
  for (const entry of list.split("|").map((phrase) => phrase.trim())) {
    const phrase = entry.replace(/^=/, "");
    add(whole, phrase, sense);
    if (phrase.length >= 6) add(joined, phrase.replaceAll(" ", ""), sense);
    // Single words of columns without a home are too common to be looked for inside headings.
    const single = sense === "kept" && !phrase.includes(" ") && !/^(id|deadline)$/.test(phrase);
    if (!entry.startsWith("=") && !single) add(inside, phrase, sense);
  }
}

function add(map: Map<string, HeadingSense[]>, phrase: string, sense: HeadingSense): void {
  longest = Math.max(longest, phrase.split(" ").length);
  map.set(phrase, [...(map.get(phrase) ?? []), sense]);
}

/**
 * Scores what a heading could mean: 100 where it is a known phrase, 50 to 90 where it holds one, by
 * how much of it that is. Words in brackets are left aside unless nothing is found without them.
 */
export function headingSenses(heading: string): Senses {
  const plain = foldHeading(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " "));
  const senses = sensesOf(plain);
  return Object.keys(senses).length > 0 ? senses : sensesOf(foldHeading(heading));
}

function sensesOf(heading: string): Senses {
  const senses: Senses = {};
  for (const sense of whole.get(heading) ?? joined.get(heading) ?? []) senses[sense] = 100;
  if (Object.keys(senses).length > 0) return senses;
  const words = heading.split(" ");
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      const found = inside.get(words.slice(at, at + length).join(" "));
      const score = 50 + (40 * length) / words.length;
      for (const sense of found ?? []) senses[sense] = Math.max(senses[sense] ?? 0, score);
    }
  }
  return senses;
}
