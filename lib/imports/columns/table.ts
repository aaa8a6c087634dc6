import type { Book, Row } from "../book/book.ts";
import { unreadable } from "../book/unreadable.ts";
import { findHeader, type Header } from "./header.ts";

/** The sheet and rows that hold the applications. */
export type Table = Header & { sheet: number; name: string };

/** Every sheet's table, the one that speaks most of applications first. */
export async function findTables(book: Book): Promise<Table[]> {
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

/** The names of the sheets that look like lists of applications, where there are several. */
export function likelySheets(tables: Table[]): string[] {
  const best = tables[0]?.score ?? 0;
  const likely = tables.filter(({ score }) => score >= 5 && score >= best * 0.6);
  return likely.length > 1 ? likely.map(({ name }) => name) : [];
}

/** The table to import: of the sheet with that name, else the likeliest. Throws `Invalid` where there is none. */
export async function chooseTable(book: Book, sheetName?: string): Promise<Table> {
  const tables = await findTables(book);
  const named = sheetName === undefined ? tables[0] : tables.find((t) => t.name === sheetName);
  if (named) return named;
  throw unreadable(
    sheetName === undefined
      ? "This file holds no rows."
      : `This workbook has no filled sheet named “${sheetName}”.`,
  );
}

async function firstRows(book: Book, sheet: number, most: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of book.rows(sheet)) {
    if (row.cells.some((cell) => cell.trim() !== "")) rows.push(row);
    if (rows.length >= most) break;
  }
  return rows;
}
