import { invalidFile, type SheetRow, type Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { findHeader, type Header } from "./header.ts";

/** A table found in a sheet. */
export type Table = Header & { sheet: number; name: string };

/** The table of each non-empty sheet, the highest header score first; hidden sheets count half. */
export async function findTables(book: Spreadsheet): Promise<Table[]> {
  const tables: (Table & { rows: number })[] = [];
  for (const [sheet, { name, hidden }] of book.sheets.entries()) {
    const rows = await firstRows(book, sheet, 200);
    if (rows.length === 0) continue;
    const header = findHeader(rows);
    const weight = (hidden ? 0.5 : 1) * (rows.length > 1 ? 1 : 0.6);
    tables.push({ ...header, score: header.score * weight, sheet, name, rows: rows.length });
  }
  tables.sort((a, b) => b.score - a.score || b.rows - a.rows || a.sheet - b.sheet);
  return tables;
}

/** The names of the sheets that look like lists of applications; empty unless there are several. */
export function likelySheets(tables: Table[]): string[] {
  const best = tables[0]?.score ?? 0;
  const likely = tables.filter(({ score }) => score >= 5 && score >= best * 0.6);
  return likely.length > 1 ? likely.map(({ name }) => name) : [];
}

/** The table to import: that of the named sheet, else the highest score. Throws `Invalid` if there is none. */
export function chooseTable(tables: Table[], sheetName?: string): Table {
  const named = sheetName === undefined ? tables[0] : tables.find((t) => t.name === sheetName);
  if (named) return named;
  throw invalidFile(
    sheetName === undefined
      ? "This file holds no rows."
      : `This workbook has no filled sheet named “${sheetName}”.`,
  );
}

async function firstRows(book: Spreadsheet, sheet: number, maxRows: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of book.rows(sheet)) {
    if (row.cells.some((cell) => cell.trim() !== "")) rows.push(row);
    if (rows.length >= maxRows) break;
  }
  return rows;
}
