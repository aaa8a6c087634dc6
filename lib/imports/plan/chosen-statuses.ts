import { Invalid } from "../../errors.ts";
import { wordKey } from "../vocabulary/fold.ts";

/** The person's status words (see `wordKey`) → posting status. */
export type ChosenStatuses = Readonly<Record<string, string>>;

/** The posting status that the person chose for a word of theirs, which may be any, “constructor” too. */
export function chosenStatus(chosen: ChosenStatuses, word: string): string | undefined {
  const key = wordKey(word);
  return Object.hasOwn(chosen, key) ? chosen[key] : undefined;
}

/** More words for a status than any list has; each plan of a draft reads them all. */
const maxStatuses = 2_000;

/** The choices with those for some more words, as written in the file. Throws `Invalid` for too many. */
export function withStatuses(
  chosen: ChosenStatuses,
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  const added = Object.entries(words).map(([word, status]) => [wordKey(word), status] as const);
  const all = { ...chosen, ...Object.fromEntries(added) };
  if (Object.keys(all).length <= maxStatuses) return all;
  throw new Invalid({ statuses: [`An import has room for ${maxStatuses} words for a status.`] });
}
