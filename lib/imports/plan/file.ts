import { formatInstant, now } from "../../dates.ts";
import type { Table } from "../columns/table.ts";
import type { SheetRow, Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import type { Choices } from "./choices.ts";
import type { PlanContext } from "./context.ts";
import type { PlannedRow } from "./draft.ts";
import { DuplicateFinder } from "./duplicates.ts";
import { Layout } from "./layout.ts";
import { mergePhases } from "./phases.ts";
import { planRow } from "./row.ts";

/** The context shared by all row plans of a file. */
export function planContext(
  headings: readonly string[],
  choices: Choices,
  zone: string,
  file_name: string,
  standing: PlanContext["standing"] = (status) => status,
): PlanContext {
  const moment = formatInstant(now(), zone);
  const layout = new Layout(headings, choices.columns);
  return {
    layout,
    choices,
    zone,
    file_name,
    moment,
    duplicates: new DuplicateFinder(zone),
    standing,
  };
}

/** Plans a table's rows in sheet order. */
export async function* planRows(
  rows: AsyncIterable<SheetRow>,
  context: PlanContext,
): AsyncGenerator<PlannedRow> {
  const { layout, choices, duplicates } = context;
  const filled = choices.kind === "phases" ? mergePhases(withCells(rows), layout) : rows;
  for await (const row of filled) {
    const planned = planRow(row, context);
    if (choices.kind === "mailbox") duplicates.skipFurtherMail(planned);
    yield planned;
  }
}

async function* withCells(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  for await (const row of rows) if (row.cells.length > 0) yield row;
}

/** The filled rows below a table's header, and those that were left out with a remark. */
export async function* tableRows(book: Spreadsheet, table: Table): AsyncGenerator<SheetRow> {
  for await (const row of book.rows(table.sheet)) {
    const isSaid = row.cells.some((cell) => cell.trim() !== "") || row.remark;
    if (row.number > table.row && isSaid) yield row;
  }
}
