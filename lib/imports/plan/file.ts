import { formatInstant, now } from "../../dates.ts";
import type { Book, Row } from "../book/book.ts";
import { Analysis } from "../columns/analyse.ts";
import { chooseTable, type Table } from "../columns/table.ts";
import { type Choices, guessChoices } from "./choices.ts";
import type { PlannedRow } from "./draft.ts";
import { Repeats } from "./duplicates.ts";
import { Layout } from "./layout.ts";
import { foldPhases } from "./phases.ts";
import { type PlanContext, planRow } from "./row.ts";

export type FilePlan = { table: Table; analysis: Analysis; choices: Choices };

/** Reads the whole table once, to learn what its columns hold. */
export async function analyseFile(book: Book, sheetName?: string): Promise<FilePlan> {
  const table = await chooseTable(book, sheetName);
  const analysis = new Analysis(table.headings);
  for await (const row of tableRows(book, table)) analysis.add(row);
  return { table, analysis, choices: guessChoices(analysis) };
}

/** What every row's plan needs to know. */
export function planContext(
  headings: readonly string[],
  choices: Choices,
  zone: string,
  file_name: string,
): PlanContext {
  const moment = formatInstant(now(), zone);
  return { layout: new Layout(headings, choices.columns), choices, zone, file_name, moment };
}

/** Plans a table's rows, in the order of the sheet; blank rows are passed over. */
export async function* planRows(
  rows: AsyncIterable<Row>,
  context: PlanContext,
): AsyncGenerator<PlannedRow> {
  const { layout, choices, zone } = context;
  const repeats = new Repeats(zone);
  const filled = choices.kind === "phases" ? foldPhases(rows, layout) : rows;
  for await (const row of filled) {
    const planned = planRow(row, context);
    if (choices.kind === "mailbox") repeats.checkMail(planned);
    else repeats.check(planned);
    yield planned;
  }
}

/** The rows of a table below its headings, without those that hold nothing. */
export async function* tableRows(book: Book, table: Table): AsyncGenerator<Row> {
  for await (const row of book.rows(table.sheet)) {
    if (row.number > table.row && row.cells.some((cell) => cell.trim() !== "")) yield row;
  }
}
