import { Invalid } from "../../errors.ts";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { findHeader } from "../columns/table.ts";
import { firstRows } from "../spreadsheet/first-rows.ts";
import type { Sheet, SheetRow, Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { type Range, rangeName, splitColumns, within } from "./beside.ts";
import { Blocks } from "./blocks.ts";
import { filledCells } from "./cells.ts";
import { Comments } from "./comments.ts";
import { refuseCounts } from "./counts.ts";
import { joinedHeading } from "./heading-rows.ts";
import { unpivoted } from "./lists-below-headings.ts";
import { recordsBelow, turned } from "./sideways.ts";
import { Titles, titleColumns } from "./titles.ts";

/** How many rows are looked at to understand a sheet's layout. */
const maxRows = 2_000;

const isFilled = (row: SheetRow) => filledCells(row).length > 0;

type RowChange = (row: SheetRow) => SheetRow;

/** A table within a sheet, and how its rows become those of a plain list. */
type Arranged = Sheet & {
  source: number;
  notes: readonly string[];
  filled: boolean;
  rows: readonly SheetRow[] | (() => RowChange);
};

/**
 * Reads a spreadsheet as plain lists: one row of headings, one row for each application. Rows that are
 * neither keep their numbers, without cells and with a remark. Throws `Invalid` for a layout that is no list.
 */
export async function arrange(book: Spreadsheet): Promise<Spreadsheet> {
  const tables: Arranged[] = [];
  let refused: unknown;
  for (const [source, sheet] of book.sheets.entries()) {
    const { rows, whole } = await firstRows(book, source, maxRows, isFilled);
    try {
      tables.push(...(await tablesOf({ ...sheet, source }, rows, whole, book)));
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      refused ??= error;
    }
  }
  // A sheet that is no list is passed over where another one is.
  if (refused && tables.every(({ filled }) => !filled)) throw refused;
  return {
    ...book,
    sheets: tables,
    notes: (sheet) => tables[sheet]?.notes ?? [],
    async *rows(at) {
      const table = tables[at];
      if (!table) return;
      if (typeof table.rows !== "function") return yield* table.rows;
      const change = table.rows();
      for await (const row of book.rows(table.source)) yield change(row);
    },
  };
}

async function tablesOf(
  sheet: Sheet & { source: number },
  rows: readonly SheetRow[],
  whole: boolean,
  book: Spreadsheet,
): Promise<Arranged[]> {
  const yieldIfLong = yieldEvery();
  const comments = book.kind === "text" ? new Comments(rows) : null;
  const uncommented: RowChange = (row) => comments?.apply(row) ?? row;
  const data = rows.map(uncommented).filter(({ cells }) => cells.length > 0);
  for (const read of whole ? [turned, recordsBelow, unpivoted] : []) {
    await yieldIfLong();
    const other = read(data);
    if (other) return [{ ...sheet, notes: [], filled: true, rows: other }];
  }
  await yieldIfLong();
  refuseCounts(data, whole);
  const hidden = book.hiddenColumns(sheet.source);
  await yieldIfLong();
  const split = splitColumns(data);
  const summaries = (split?.summaries ?? []).map(
    (range) => `Columns ${rangeName(range)} are a summary, and were left out.`,
  );
  const table = async (ranges: readonly Range[] | null, part: Partial<Arranged>) => {
    await yieldIfLong();
    const inside: RowChange = (row) => (ranges ? within(row, ranges) : row);
    const own = data.map(inside).filter((row) => filledCells(row).length > 0);
    const change = await listChange(own, hidden, split !== null);
    const arranged: Arranged = {
      ...sheet,
      notes: [],
      filled: own.length > 0,
      ...part,
      rows: () => {
        const list = change();
        return (row) => {
          const kept = uncommented(row);
          return kept.cells.length === 0 ? kept : list(inside(kept));
        };
      },
    };
    return arranged;
  };
  const tables = [await table(split?.main ?? null, { notes: summaries })];
  for (const range of split?.lists ?? []) {
    const name = `${sheet.name} (columns ${rangeName(range)})`.trim();
    tables.push(await table([range], { name }));
  }
  return tables;
}

/** What makes the rows of a table a list: one row of headings, and statuses in a column. */
async function listChange(
  rows: readonly SheetRow[],
  hidden: ReadonlySet<number>,
  isPart: boolean,
): Promise<() => RowChange> {
  const yieldIfLong = yieldEvery();
  const header = findHeader([...rows.slice(0, 200)]);
  await yieldIfLong();
  const joined = header.row > 0 ? joinedHeading(rows, header.row) : null;
  const at = rows.findIndex(({ number }) => number === (joined?.row.number ?? header.row));
  const start = Math.max(
    at,
    rows.findIndex(({ number }) => number === joined?.dropped.number),
  );
  const below = rows.slice(start + 1);
  const cells = joined?.row.cells ?? rows[at]?.cells ?? [];
  await yieldIfLong();
  const blocks = new Blocks(rows, start, header.row > 0 ? cells : []);
  const headings = blocks.headings;
  const placed: SheetRow[] = [];
  for (const row of below) {
    await yieldIfLong();
    placed.push(blocks.apply(row));
  }
  const before = at > 0 ? rows[at - 1] : undefined;
  // A title above the headings counts where others follow, or where the table is one of several.
  const above =
    isPart || titleColumns(headings, placed, undefined).status !== undefined ? before : undefined;
  await yieldIfLong();
  const columns = titleColumns(headings, placed, above);
  for (const [column, heading] of [
    [columns.status, "Status"],
    [columns.day, "Date applied"],
  ] as const) {
    if (column === undefined || header.row === 0) continue;
    while (headings.length <= column) headings.push("");
    headings[column] ||= heading;
  }
  return () => {
    const titles = new Titles(below, headings, columns, above);
    return (row) => {
      if (row.cells.every((cell) => cell.trim() === "")) return row;
      if (row.number === joined?.dropped.number) {
        return { number: row.number, cells: [], remark: "A second row of headings" };
      }
      if (at >= 0 && row.number === rows[at]?.number)
        return { ...row, cells: marked(headings, hidden) };
      if (row.number < (rows[start]?.number ?? 0)) return row;
      const placed = blocks.apply(row);
      return placed.cells.length === 0 ? placed : titles.apply(placed);
    };
  };
}

/** The headings, with those of hidden columns marked: text in brackets is no part of a heading's meaning. */
const marked = (headings: readonly string[], hidden: ReadonlySet<number>) =>
  headings.map((heading, at) => (hidden.has(at) && heading ? `${heading} (hidden)` : heading));
