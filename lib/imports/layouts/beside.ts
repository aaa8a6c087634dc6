import { columnName } from "../columns/headings.ts";
import { findHeader, type Header } from "../columns/table.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { fold } from "../vocabulary/fold.ts";
import { filledCells, isNumber } from "./cells.ts";

/** Columns from `from` up to, but without, `to`. */
export type Range = { from: number; to: number };

export type Split = {
  main: Range[];
  /** further lists of applications */
  lists: Range[];
  /** summaries, which are left out */
  summaries: Range[];
};

type Part = { range: Range; header: Header; rows: SheetRow[] };

const characteristic = 4;

/** Tables beside each other: parts of the columns that are lists or summaries of their own; else null. */
export function splitColumns(rows: readonly SheetRow[]): Split | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const ranges = repeated(rows) ?? apart(rows, width);
  if (ranges.length < 2) return null;
  const parts = ranges.map((range) => partOf(rows, range));
  const [main] = [...parts].sort(
    (a, b) => b.header.score - a.header.score || b.rows.length - a.rows.length,
  );
  if (!main || main.header.score < 3) return null;
  const others = parts.filter((part) => part !== main);
  const lists = others.filter((part) => isOwnList(part, main));
  const summaries = others.filter((part) => !lists.includes(part) && isSummary(part, main));
  if (lists.length + summaries.length === 0) return null;
  const rest = others.filter((part) => !lists.includes(part) && !summaries.includes(part));
  const rangesOf = (chosen: Part[]) => chosen.map(({ range }) => range);
  return {
    main: rangesOf([main, ...rest]),
    lists: rangesOf(lists),
    summaries: rangesOf(summaries),
  };
}

/** A row's cells of those columns; the others are empty. */
export function within(row: SheetRow, ranges: readonly Range[]): SheetRow {
  const inside = (at: number) => ranges.some(({ from, to }) => at >= from && at < to);
  const end = Math.max(...ranges.map(({ to }) => to));
  return { ...row, cells: row.cells.slice(0, end).map((cell, at) => (inside(at) ? cell : "")) };
}

/** Columns as a spreadsheet names them: "A to C". */
export function rangeName({ from, to }: Range): string {
  const letters = (at: number) => columnName([], at).replace("Column ", "");
  return from === to - 1 ? letters(from) : `${letters(from)} to ${letters(to - 1)}`;
}

/** The parts between columns that no row fills. */
function apart(rows: readonly SheetRow[], width: number): Range[] {
  const filled = Array<boolean>(width).fill(false);
  for (const row of rows) for (const { at } of filledCells(row)) filled[at] = true;
  const ranges: Range[] = [];
  for (const [at, isFilled] of filled.entries()) {
    const last = ranges.at(-1);
    if (isFilled && last?.to === at) last.to = at + 1;
    else if (isFilled) ranges.push({ from: at, to: at + 1 });
  }
  return ranges;
}

/** The same headings several times in a row: a list that goes on in further columns. */
function repeated(rows: readonly SheetRow[]): Range[] | null {
  const header = findHeader(rows.slice(0, 60));
  const headings = header.headings.map(fold);
  if (header.score < 3) return null;
  for (let size = 2; size <= headings.length / 2; size += 1) {
    const starts = headings.flatMap((_, at) => (at % size === 0 ? [at] : []));
    const same = starts.every((start) =>
      headings.slice(start, start + size).every((heading, at) => heading === headings[at]),
    );
    if (
      same &&
      headings.length % size === 0 &&
      new Set(headings).size === size &&
      !headings.includes("")
    )
      return starts.map((from) => ({ from, to: from + size }));
  }
  return null;
}

function partOf(rows: readonly SheetRow[], range: Range): Part {
  const own = rows
    .map((row) => ({ ...row, cells: row.cells.slice(range.from, range.to) }))
    .filter((row) => filledCells(row).length > 0);
  return { range, header: findHeader(own.slice(0, 200)), rows: own };
}

function isOwnList({ header }: Part, main: Part): boolean {
  return header.score >= characteristic && main.header.score >= characteristic;
}

/** Whether a part counts something: narrow, shorter than the list, and mostly labels with numbers. */
function isSummary({ range, header, rows }: Part, main: Part): boolean {
  if (range.to - range.from > 4 || rows.length > main.rows.length * 0.8 + 3) return false;
  const below = rows.filter(({ number }) => number !== header.row);
  const counting = below.filter((row) => {
    const texts = filledCells(row).map(({ text }) => text);
    return texts.length >= 2 && texts.slice(1).every(isNumber) && !isNumber(texts[0] ?? "");
  });
  const elsewhere = header.row !== main.header.row || below.length < main.rows.length * 0.7;
  return counting.length >= 2 && counting.length >= below.length * 0.6 && elsewhere;
}
