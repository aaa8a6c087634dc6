import { random } from "../../scripts/random.ts";

const split = (text: string) => text.split(" ");
const syllables = split(
  "an ar be ca co de di en er es fi ga ha il in ka la le lo ma me mi na ne no on or pa pe po ra re ri ro sa se si so ta te ti to tu un ur va ve vi wa zo",
);
const commonWords = split(
  "the and of to a in for with you we our will be is on as your team work experience data software product customers build engineering senior remote design develop support systems service working skills business",
);
const roles = split(
  "Engineer Developer Designer Analyst Manager Gardener Teacher Nurse Writer Architect Accountant Librarian",
);
const fields = split(
  "Backend Frontend Data Platform Product Security Mobile Cloud Harbour Payments Growth Research",
);

const at = (list: string[], share: number) => list[Math.floor(share * list.length)] ?? "";

const share = random(7);
const rareWords = Array.from({ length: 9_000 }, () =>
  Array.from({ length: 2 + Math.floor(share() * 3) }, () => at(syllables, share())).join(""),
);

/** Generates texts about work from random numbers between 0 and 1. */
export function textGenerator(next: () => number) {
  // Half of all words are common ones; among the rare ones frequencies fall off steeply, as in real text.
  const word = () => (next() < 0.5 ? at(commonWords, next()) : at(rareWords, next() ** 3));
  const randomWords = (count: number) => Array.from({ length: count }, word).join(" ");
  const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const rareName = () => capitalized(at(rareWords, next()));
  const sentence = (words: number) => `${capitalized(randomWords(words))}.`;
  return {
    company: () => `${rareName()} ${rareName()}`,
    title: () => `${next() < 0.3 ? "Senior " : ""}${at(fields, next())} ${at(roles, next())}`,
    paragraphs: (count: number, words: number) =>
      Array.from({ length: count }, () => `<p>${sentence(words)}</p>`).join(""),
    sentence,
  };
}
