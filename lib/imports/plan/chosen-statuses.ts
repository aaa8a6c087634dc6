import { wordKey } from "../vocabulary/fold.ts";

/** The person's status words (see `wordKey`) → posting status. */
export type ChosenStatuses = Readonly<Record<string, string>>;

/** The posting status that the person chose for a word of theirs, which may be any, “constructor” too. */
export function chosenStatus(chosen: ChosenStatuses, word: string): string | undefined {
  const key = wordKey(word);
  return Object.hasOwn(chosen, key) ? chosen[key] : undefined;
}

/** The choices with those for some more words, as written in the file. */
export function withStatuses(
  chosen: ChosenStatuses,
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  const added = Object.entries(words).map(([word, status]) => [wordKey(word), status] as const);
  return { ...chosen, ...Object.fromEntries(added) };
}
