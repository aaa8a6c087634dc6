import { Info } from "luxon";
import { fold } from "./fold.ts";

// If two languages use a word for different months, the first language listed wins.
const languages = "en de fr es pt it nl pl tr sv da nb fi cs sk hu ro ru uk el id".split(" ");
const extraNames: Record<string, number> = {
  sept: 9,
  mrz: 3,
  jaen: 1,
  janner: 1,
  fev: 2,
  dez: 12,
  out: 10,
};

const months = new Map<string, number>(Object.entries(extraNames));
for (const locale of languages) {
  for (const length of ["long", "short"] as const) {
    for (const names of [Info.months(length, { locale }), Info.monthsFormat(length, { locale })]) {
      for (const [at, name] of names.entries()) {
        const word = fold(name);
        if (/^\p{L}{3,}$/u.test(word) && !months.has(word)) months.set(word, at + 1);
      }
    }
  }
}

/** The number (1 to 12) of a month's name or abbreviation in many languages; undefined for other words. */
export function monthOf(word: string): number | undefined {
  return months.get(fold(word));
}
