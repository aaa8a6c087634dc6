import { headerScore } from "../columns/table.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";
import { filledCells } from "./cells.ts";

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

/**
 * Records below each other, each a few lines of a heading and its value ("Company: Ash"). Gives a row for each,
 * with the number of its first line; null for another table.
 */
export function recordsBelow(rows: readonly SheetRow[]): SheetRow[] | null {
  const lines = rows.map((row) => ({ number: row.number, ...labelled(row) }));
  const [first] = lines;
  const starts = lines.filter(({ label }) => label !== "" && label === first?.label).length;
  const labels = [...new Set(lines.flatMap(({ label }) => (label ? [label] : [])))];
  const labelledLines = lines.filter(({ label }) => label !== "").length;
  const regular = labelledLines >= lines.length * 0.9 && labels.length <= labelledLines * 0.7;
  if (starts < 2 || !regular || headerScore(labels) < 5) return null;
  const records: SheetRow[] = [];
  for (const { number, label, value } of lines) {
    if (label === first?.label) records.push({ number, cells: labels.map(() => "") });
    const cells = records.at(-1)?.cells;
    const at = labels.indexOf(label);
    if (cells && at >= 0) cells[at] = value;
  }
  return [{ number: 0, cells: labels }, ...records];
}

function labelled(row: SheetRow): { label: string; value: string } {
  const [first, second, ...more] = filledCells(row);
  if (!first || more.length > 0) return { label: "", value: "" };
  if (second) return { label: first.text.replace(/\s*:$/, ""), value: second.text };
  const [, label = "", value = ""] = /^([^:]{2,30}):\s*(.*)$/s.exec(first.text) ?? [];
  return { label: label || first.text, value };
}

const columnOf = (rows: readonly SheetRow[], column: number): string[] =>
  rows.map(({ cells }) => cells[column] ?? "");
