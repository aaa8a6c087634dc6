import { findDates } from "../dates/find.ts";
import { firstRows } from "../spreadsheet/first-rows.ts";
import { invalidFile, type SheetRow, type Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";
import { type HeadingSense, headingSenses } from "./headings.ts";
import { isUrl } from "./kinds.ts";

export type Header = {
  /** the header's row number; 0 if there is no header */
  row: number;
  headings: string[];
  score: number;
};

/** A table found in a sheet, and a score for how typical its headings are of a list of applications. */
export type Table = Header & { sheet: number; name: string };

const isFilled = (row: SheetRow) => row.cells.some((cell) => cell.trim() !== "");

/** The table of each non-empty sheet, the highest header score first; hidden sheets count half. */
export async function findTables(book: Spreadsheet): Promise<Table[]> {
  const tables: (Table & { rows: number })[] = [];
  for (const [sheet, { name, hidden }] of book.sheets.entries()) {
    const { rows } = await firstRows(book, sheet, 200, isFilled);
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

const characteristicSenses: HeadingSense[] = [
  "company_name",
  "posting_title",
  "posting_status",
  "applied_at",
  "posting_url_full",
];

/** Header row detection: the best-scoring of the first 40 filled rows, since titles may precede it. */
export function findHeader(rows: SheetRow[]): Header {
  const filled = rows.filter((row) => row.cells.some((cell) => normalizeSpaces(cell) !== ""));
  let best: Header | null = null;
  for (const row of filled.slice(0, 40)) {
    const score = headerScore(row.cells);
    // A later row must score clearly higher, because data cells can resemble headings.
    if (score > (best?.score ?? 0) * 1.3 && !textsRecur(row, filled)) {
      best = { row: row.number, headings: row.cells.map(normalizeSpaces), score };
    }
  }
  if (best) return best;
  const [first, second] = filled;
  if (first && looksLikeHeadings(first, second)) {
    return { row: first.number, headings: first.cells.map(normalizeSpaces), score: 0 };
  }
  const width = Math.max(0, ...filled.map((row) => row.cells.length));
  return { row: 0, headings: Array(width).fill(""), score: 0 };
}

/**
 * Whether the row's texts recur in the same columns of other rows, which is typical of data. A header
 * row repeated as a whole does not count.
 */
function textsRecur(row: SheetRow, rows: SheetRow[]): boolean {
  const headingTexts = row.cells.flatMap((cell, at) =>
    normalizeSpaces(cell) ? [{ text: normalizeSpaces(cell), at }] : [],
  );
  const same = (other: SheetRow) =>
    headingTexts.filter(({ text, at }) => normalizeSpaces(other.cells[at] ?? "") === text);
  const others = rows.map(same).filter((found) => found.length < headingTexts.length);
  return new Set(others.flat()).size > headingTexts.length * 0.3;
}

/** How many texts of a row are judged as headings. */
const maxHeadings = 60;

export function headerScore(cells: string[]): number {
  const texts = cells
    .map(normalizeSpaces)
    .filter((text) => text !== "")
    .slice(0, maxHeadings);
  if (texts.length < 2 || texts.some(isData)) return 0;
  const found = new Map<HeadingSense, number>();
  let recognized = 0;
  for (const text of texts) {
    const senses = Object.entries(headingSenses(text)) as [HeadingSense, number][];
    const [best] = senses.sort(([, a], [, b]) => b - a);
    if (!best || text.length > 60) continue;
    recognized += 1;
    found.set(best[0], Math.max(found.get(best[0]) ?? 0, best[1]));
  }
  if (recognized < 2 || recognized / texts.length < 0.3) return 0;
  let score = 0;
  for (const [sense, points] of found) {
    score +=
      (points / 100) * (sense === "unmapped" ? 0.5 : characteristicSenses.includes(sense) ? 3 : 1);
  }
  return score;
}

/** Longer texts are sentences of a list, in characters. */
const maxHeading = 100;

/** Whether a text is data and no heading: a sentence, a URL, an e-mail address, a date or a number. */
export function isData(text: string): boolean {
  if (text.length > maxHeading || isUrl(text) || /\S@\S+\.\w/.test(text)) return true;
  if (/^[\d.,]+$/.test(text)) return true;
  return /\d/.test(text) && findDates(text).some((found) => found.kind !== "part");
}

function looksLikeHeadings(first: SheetRow, second: SheetRow | undefined): boolean {
  const texts = first.cells.map(normalizeSpaces).filter((text) => text !== "");
  if (texts.length < 2 || texts.some((text) => text.length > 40 || isData(text))) return false;
  if (new Set(texts).size < texts.length) return false;
  return !second || second.cells.map(normalizeSpaces).some((text) => isData(text) || isBlank(text));
}
