import { headerScore } from "../columns/table.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";

const maxFields = 100;

/**
 * A transposed table: its headings stand below each other in one of the first columns, and each further
 * column is a row. Gives the rows with the headings first, numbered by their columns; null for another table.
 */
export function turned(rows: readonly SheetRow[]): SheetRow[] | null {
  if (rows.length < 3 || rows.length > maxFields) return null;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const acrossScore = Math.max(...rows.slice(0, 40).map(({ cells }) => headerScore(cells)));
  const at = [0, 1].find((column) => {
    const labels = columnOf(rows, column).map(normalizeSpaces);
    const named = labels.filter((label) => label !== "");
    const score = headerScore(labels);
    const distinct = new Set(named).size === named.length;
    return distinct && named.length >= rows.length * 0.7 && score >= 5 && score > acrossScore * 1.3;
  });
  if (at === undefined || width < at + 2) return null;
  const turnedRows: SheetRow[] = [];
  for (let column = at; column < width; column += 1) {
    turnedRows.push({ number: column + 1, cells: columnOf(rows, column) });
  }
  return turnedRows;
}

const columnOf = (rows: readonly SheetRow[], column: number): string[] =>
  rows.map(({ cells }) => cells[column] ?? "");
