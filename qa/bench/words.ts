import { random } from "./random.ts";

const syllables =
  "an ar be ca co de di en er es fi ga ha il in ka la le lo ma me mi na ne no on or pa pe po ra re ri ro sa se si so ta te ti to tu un ur va ve vi wa zo".split(
    " ",
  );
const often =
  "the and of to a in for with you we our will be is on as your team work experience data software product customers build engineering senior remote design develop support systems service working skills business".split(
    " ",
  );
const titles =
  "Engineer Developer Designer Analyst Manager Gardener Teacher Nurse Writer Architect Accountant Librarian".split(
    " ",
  );
const areas =
  "Backend Frontend Data Platform Product Security Mobile Cloud Harbour Payments Growth Research".split(
    " ",
  );

const roll = random(7);
const rare = Array.from({ length: 9_000 }, () =>
  Array.from(
    { length: 2 + Math.floor(roll() * 3) },
    () => syllables[Math.floor(roll() * syllables.length)],
  ).join(""),
);

const pick = (list: string[], at: number) => list[Math.floor(at * list.length)] ?? "";

/** Texts about work, from numbers between 0 and 1. */
export function writer(next: () => number) {
  // Half of all words are of the few; of the rest, the first are much more frequent than the last.
  const word = () => (next() < 0.5 ? pick(often, next()) : pick(rare, next() ** 3));
  const words = (count: number) => Array.from({ length: count }, word).join(" ");
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    company: () => `${capital(pick(rare, next()))} ${capital(pick(rare, next()))}`,
    title: () => `${next() < 0.3 ? "Senior " : ""}${pick(areas, next())} ${pick(titles, next())}`,
    paragraphs: (count: number, size: number) =>
      Array.from({ length: count }, () => `<p>${capital(words(size))}.</p>`).join(""),
    sentence: (size: number) => `${capital(words(size))}.`,
  };
}
