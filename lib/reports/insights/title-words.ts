export type RateTally = {
  label: string;
  applications: number;
  answered: number;
  interview: number;
  offer: number;
};

const stopWords = new Set(
  "a an and at for in of on or the to with und der die das de la".split(" "),
);

/** The distinct lower-case words of a title, without numbers and stop words. */
function distinctWords(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}][\p{L}\p{N}+#]*/gu) ?? [];
  return new Set(words.filter((word) => !stopWords.has(word)));
}

/** Regroups counts by title into counts by word: the 20 most frequent; a title counts for each of its words. */
export function titleWords(titles: RateTally[]): RateTally[] {
  const words = new Map<string, RateTally>();
  for (const title of titles) {
    for (const label of distinctWords(title.label)) {
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

/** For each title, its words among the 20 most frequent. */
export function commonestWords(
  titles: Pick<RateTally, "label" | "applications">[],
): Map<string, string[]> {
  const counted = titles.map((title) => ({ ...title, answered: 0, interview: 0, offer: 0 }));
  const common = new Set(titleWords(counted).map(({ label }) => label));
  return new Map(
    titles.map(({ label }) => [
      label,
      [...distinctWords(label)].filter((word) => common.has(word)),
    ]),
  );
}
