import { type Analysis, columnName } from "../columns/analyse.ts";
import type { Table } from "../columns/table.ts";
import { decideOrder } from "../dates/resolve.ts";
import { statusByMeaning } from "../plan/application.ts";
import { type Choices, openDates } from "../plan/choices.ts";
import type { Detected } from "../schema.ts";
import type { Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { readStatus } from "../vocabulary/status.ts";

const maxWords = 80;

/** The description of a file that is stored with the batch and shown by the dry run's page. */
export function describeFile(
  source: Pick<Spreadsheet, "kind" | "encoding" | "delimiter"> & Pick<Table, "name" | "row">,
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
    open_dates: decideOrder(votes) ? 0 : votes.open,
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
    .slice(0, maxWords)
    .map(([word, count]) => ({ word, count, status: guessStatus(word) }));
}

function guessStatus(word: string): string {
  const meaning = readStatus(word)?.meaning ?? "unclear";
  return meaning === "unclear" ? "" : statusByMeaning[meaning];
}
