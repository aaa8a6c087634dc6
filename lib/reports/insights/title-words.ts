/** How many applications of a group there are, and how far they came. */
export type RateTally = {
  label: string;
  applications: number;
  answered: number;
  interview: number;
  offer: number;
};

const noTally = { applications: 0, answered: 0, interview: 0, offer: 0 };

/** The sum of tallies under a label. */
export const sumTallies = (label: string, tallies: RateTally[]): RateTally =>
  tallies.reduce(
    (sum, tally) => ({
      label,
      applications: sum.applications + tally.applications,
      answered: sum.answered + tally.answered,
      interview: sum.interview + tally.interview,
      offer: sum.offer + tally.offer,
    }),
    { label, ...noTally },
  );

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
  const words = Map.groupBy(
    titles.flatMap((title) => [...distinctWords(title.label)].map((word) => ({ word, title }))),
    ({ word }) => word,
  );
  return [...words]
    .map(([word, found]) =>
      sumTallies(
        word,
        found.map(({ title }) => title),
      ),
    )
    .sort((a, b) => b.applications - a.applications || (a.label < b.label ? -1 : 1))
    .slice(0, 20);
}

/** For each title, its words among the 20 most frequent. */
export function commonestWords(
  titles: Pick<RateTally, "label" | "applications">[],
): Map<string, string[]> {
  const counted = titles.map((title) => ({ ...noTally, ...title }));
  const common = new Set(titleWords(counted).map(({ label }) => label));
  return new Map(
    titles.map(({ label }) => [
      label,
      [...distinctWords(label)].filter((word) => common.has(word)),
    ]),
  );
}
