import type { Book } from "../book/book.ts";
import { type Analysis, columnName } from "../columns/analyse.ts";
import type { Table } from "../columns/table.ts";
import { settledOrder } from "../dates/order.ts";
import { type Choices, openDates } from "../plan/choices.ts";
import { statusOf } from "../plan/sent.ts";
import type { Detected } from "../schema.ts";
import { readStatus } from "../status/read.ts";

const mostWords = 80;

/** What the dry run's page shows of a file, from its analysis and how it is read. */
export function detectedIn(
  source: Pick<Book, "kind" | "encoding" | "delimiter"> & Pick<Table, "name" | "row">,
  analysis: Analysis,
  choices: Choices,
): Detected {
  const { headings, stats, rows } = analysis;
  const votes = openDates(analysis, choices.columns);
  return {
    kind: source.kind,
    encoding: source.encoding,
    delimiter: source.delimiter,
    sheet: source.name,
    header_row: source.row,
    headings,
    rows,
    columns: stats.map(({ filled, values }, at) => ({
      name: columnName(headings, at),
      filled,
      examples: [...values.keys()].slice(0, 3).map((text) => text.slice(0, 60)),
    })),
    words: statusWordsIn(analysis, choices),
    open_dates: settledOrder(votes) ? 0 : votes.open,
  };
}

function statusWordsIn({ stats }: Analysis, { columns }: Choices): Detected["words"] {
  const counts = new Map<string, number>();
  for (const [at, target] of columns.entries()) {
    if (target !== "posting_status") continue;
    for (const [word, count] of stats[at]?.values ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + count);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostWords)
    .map(([word, count]) => ({ word, count, status: guessed(word) }));
}

function guessed(word: string): string {
  const meaning = readStatus(word)?.meaning ?? "unclear";
  return meaning === "unclear" ? "" : statusOf[meaning];
}
