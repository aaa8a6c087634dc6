import type { Tally } from "./rates.ts";

const joining = new Set("a an and at for in of on or the to with und der die das de la".split(" "));

/** The words of a title, lower-cased, each once; digits and joining words are none. */
function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}][\p{L}\p{N}+#]*/gu) ?? [];
  return new Set(words.filter((word) => !joining.has(word)));
}

/** The tallies of titles as tallies of their words, the commonest twenty first; one title counts in several. */
export function titleWords(titles: Tally[]): Tally[] {
  const words = new Map<string, Tally>();
  for (const title of titles) {
    for (const label of wordsOf(title.label)) {
      const sum = words.get(label) ?? {
        label,
        applications: 0,
        answered: 0,
        interview: 0,
        offer: 0,
      };
      sum.applications += title.applications;
      sum.answered += title.answered;
      sum.interview += title.interview;
      sum.offer += title.offer;
      words.set(label, sum);
    }
  }
  return [...words.values()]
    .sort((a, b) => b.applications - a.applications || (a.label < b.label ? -1 : 1))
    .slice(0, 20);
}

/** Of each title those of its words that are among the commonest twenty of all. */
export function commonestWords(
  titles: Pick<Tally, "label" | "applications">[],
): Map<string, string[]> {
  const counted = titles.map((title) => ({ ...title, answered: 0, interview: 0, offer: 0 }));
  const common = new Set(titleWords(counted).map(({ label }) => label));
  return new Map(
    titles.map(({ label }) => [label, [...wordsOf(label)].filter((word) => common.has(word))]),
  );
}
