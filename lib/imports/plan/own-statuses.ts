import type { StatusEntry } from "../../statuses/words.ts";
import type { Analysis } from "../columns/analysis.ts";
import { wordKey } from "../vocabulary/fold.ts";
import type { Choices } from "./choices.ts";
import { withStatuses } from "./chosen-statuses.ts";

/** The chosen statuses with those words of a file that are a person's own statuses, by text or by name. */
export function ownStatusesIn(
  { stats }: Pick<Analysis, "stats">,
  { columns, statuses }: Choices,
  entries: readonly StatusEntry[],
): Record<string, string> {
  const own = new Map(
    entries
      .filter(({ subject }) => subject === "posting")
      .flatMap(({ text, label }) =>
        [text, label].filter(Boolean).map((name) => [wordKey(name), text]),
      ),
  );
  if (own.size === 0) return statuses;
  const found = columns.flatMap((target, at) =>
    target === "posting_status" ? [...(stats[at]?.values.keys() ?? [])] : [],
  );
  const known = found.flatMap((word) => {
    const text = own.get(wordKey(word));
    return text === undefined ? [] : [[word, text] as const];
  });
  return withStatuses(statuses, Object.fromEntries(known));
}
