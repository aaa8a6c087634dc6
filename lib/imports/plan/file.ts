import { formatInstant, now } from "../../dates.ts";
import { Analysis } from "../columns/analyse.ts";
import { chooseTable, findTables, type Table } from "../columns/table.ts";
import type { SheetRow, Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { type Choices, guessChoices } from "./choices.ts";
import type { PlannedRow } from "./draft.ts";
import { DuplicateFinder } from "./duplicates.ts";
import { Layout } from "./layout.ts";
import { mergePhases } from "./phases.ts";
import { type PlanContext, planRow } from "./row.ts";

/** First pass over the table: collects column statistics and guesses the choices. */
export async function analyseFile(book: Spreadsheet) {
  const table = chooseTable(await findTables(book));
  const analysis = new Analysis(table.headings);
  for await (const row of tableRows(book, table)) analysis.add(row);
  return { table, analysis, choices: guessChoices(analysis) };
}

/** The context shared by all row plans of a file. */
export function planContext(
  headings: readonly string[],
  choices: Choices,
  zone: string,
  file_name: string,
): PlanContext {
  const moment = formatInstant(now(), zone);
  return { layout: new Layout(headings, choices.columns), choices, zone, file_name, moment };
}

/** Plans a table's rows in sheet order. */
export async function* planRows(
  rows: AsyncIterable<SheetRow>,
  context: PlanContext,
): AsyncGenerator<PlannedRow> {
  const { layout, choices, zone } = context;
  const duplicates = new DuplicateFinder(zone);
  const filled = choices.kind === "phases" ? mergePhases(rows, layout) : rows;
  for await (const row of filled) {
    const planned = planRow(row, context);
    if (choices.kind === "mailbox") duplicates.skipFurtherMail(planned);
    else duplicates.check(planned);
    yield planned;
  }
}

/** The non-blank rows below a table's header. */
export async function* tableRows(book: Spreadsheet, table: Table): AsyncGenerator<SheetRow> {
  for await (const row of book.rows(table.sheet)) {
    if (row.number > table.row && row.cells.some((cell) => cell.trim() !== "")) yield row;
  }
}
