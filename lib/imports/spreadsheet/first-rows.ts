import { yieldEvery } from "../../runtime/event-loop.ts";
import type { SheetRow, Spreadsheet } from "./spreadsheet.ts";

/** How many cells and characters are looked at to understand a sheet. */
const [maxCells, maxChars] = [30_000, 1_000_000];

/** The first filled rows of a sheet, as many as are looked at to understand it, and whether those are all. */
export async function firstRows(
  book: Spreadsheet,
  sheet: number,
  maxRows: number,
  isFilled: (row: SheetRow) => boolean,
): Promise<{ rows: SheetRow[]; whole: boolean }> {
  const rows: SheetRow[] = [];
  let [cells, chars] = [0, 0];
  const yieldIfLong = yieldEvery();
  for await (const row of book.rows(sheet)) {
    await yieldIfLong();
    if (isFilled(row)) rows.push(row);
    cells += row.cells.length;
    chars += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    const isEnough = rows.length >= maxRows || cells >= maxCells || chars >= maxChars;
    if (isEnough) return { rows, whole: false };
  }
  return { rows, whole: true };
}
