import { maxCompared } from "./advert.ts";
import { companyKey } from "./company-key.ts";
import { foldWords, wordSet } from "./fold.ts";
import { placeWords } from "./places.ts";

// After the name proper, these name the same employer: its form, its group, its careers page.
const trailing = wordSet(
  `group gruppe groupe holding holdings international intl global worldwide careers jobs hq pvt private ltda sro doo sp z
  oo ohg the and und of`,
);

// These too, where a title has to be the same as well; by themselves they tell two companies apart.
const trade = wordSet("technologies technology software solutions systems");

const unnamed = wordSet("confidential undisclosed unknown anonymous vertraulich stealth na");

/** A company's name as it is compared: the words of its key, without "The", countries and group words at its end. */
function companyWords(name: string, dropped = trade): string[] {
  const words = joinLetters(foldWords(companyKey(name.slice(0, maxCompared.name))));
  if (words.length > 1 && words[0] === "the") words.shift();
  const isTail = (word = "") => trailing.has(word) || dropped.has(word) || placeWords.has(word);
  while (words.length > 1 && isTail(words.at(-1))) words.pop();
  return words.length > 0 && words.every((word) => unnamed.has(word)) ? [] : words;
}

// "H & M" and "H&M" are one word, as "HM" is.
function joinLetters(words: string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const isLetter = word.length === 1;
    if (isLetter && open) joined[joined.length - 1] += word;
    else joined.push(word);
    open = isLetter;
  }
  return joined;
}

/** The companies that fields name: "Hays on behalf of Siemens" names two; what stands in brackets is left out. */
export function companiesIn(names: readonly string[]): string[][] {
  return names
    .flatMap((name) =>
      name
        .slice(0, maxCompared.name)
        .replaceAll(inBrackets, " ")
        .split(/ on behalf of | via | c\/o | im auftrag (?:von|der|des) /i, 3),
    )
    .map((name) => companyWords(name))
    .filter((words) => words.length > 0);
}

const none: ReadonlySet<string> = new Set();

// "Fern & Field" is "Fern and Field".
const joining = wordSet("and und et");

const inBrackets = /[([][^)\]([]*[)\]]/g;

/**
 * A company's name as one text by which it is known: "The Larch Foods, Inc. (Bonn)" is "larchfoods". A name without a
 * letter is known by its signs; "" names no company, as "Confidential" does.
 */
export function companyIdentity(name: string): string {
  const said = name.slice(0, maxCompared.name);
  const words = foldWords(said);
  if (words.length === 0) return said.normalize("NFKC").replaceAll(/\s+/g, " ").trim();
  if (words.every((word) => unnamed.has(word))) return "";
  const kept = companyWords(said.replaceAll(inBrackets, " "), none).filter(
    (word) => !joining.has(word),
  );
  return (kept.length > 0 ? kept : words).join("");
}

/** Whether two names, as words, are one company's: alike without their spaces. */
const isSameCompany = (a: readonly string[], b: readonly string[]): boolean =>
  a.join("") === b.join("");

/** Whether two lists name one employer: one in common, or where both name an agency and an employer, the latter. */
export function shareCompany(a: string[][], b: string[][]): boolean {
  const both = a.length > 1 && b.length > 1;
  const [one, other] = both ? [a.slice(-1), b.slice(-1)] : [a, b];
  return one.some((name) => other.some((second) => isSameCompany(name, second)));
}
