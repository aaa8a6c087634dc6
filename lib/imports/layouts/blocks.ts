import { type HeadingSense, headingSenses } from "../columns/headings.ts";
import { headerScore, isData } from "../columns/table.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { fold, normalizeSpaces } from "../vocabulary/fold.ts";
import { filledCells, isNumber, onlyText } from "./cells.ts";
import { titleOf } from "./titles.ts";

/** A further table below the first: where its headings are, and where its columns go; null to leave it out. */
type Block = { start: number; headings: string; columns: readonly number[] | null };

/** Tables below each other in one sheet: the rows of each further list get the columns of all. */
export class Blocks {
  /** the headings of all lists: those of the first, then what further ones add */
  readonly headings: string[];
  readonly #blocks: Block[] = [];
  readonly #first: readonly string[];
  /** the numbers of titles above further tables */
  readonly #titles = new Set<number>();

  /** For the first rows of a sheet; `headings` are those of the header row, at the index `at`. */
  constructor(rows: readonly SheetRow[], at: number, headings: readonly string[]) {
    this.headings = [...headings];
    this.#first = headings;
    const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
    for (let next = at + 1; next < rows.length; next += 1) {
      const [row, before] = [rows[next], rows[next - 1]];
      if (!row || !before || !startsAnew(row, before) || sharesHeadings(row, headings)) continue;
      const counts = headings.length > 2 && countsBelow(rows, next);
      if (!counts && !isHeading(rows, next)) continue;
      const columns = !counts && isList(row) ? this.#columnsFor(row, width) : null;
      const names = filledCells(row).map(({ text }) => text.slice(0, 30));
      this.#blocks.push({ start: row.number, headings: names.slice(0, 6).join(", "), columns });
      if (titleOf(before) === null && onlyText(filledCells(before)))
        this.#titles.add(before.number);
    }
  }

  apply(row: SheetRow): SheetRow {
    if (this.#titles.has(row.number)) return leftOut(row, "A title over another table");
    if (sharesHeadings(row, this.#first)) return leftOut(row, "The headings once more");
    const block = this.#blocks.findLast(({ start }) => row.number >= start);
    if (!block) return row;
    const other = `another table, with the headings “${block.headings}”`;
    if (row.number === block.start) return leftOut(row, `The headings of ${other}`);
    const { columns } = block;
    if (!columns) return leftOut(row, `Part of ${other}`);
    const cells = Array<string>(this.headings.length).fill("");
    for (const [from, cell] of row.cells.entries()) {
      const to = columns[from] ?? from;
      cells[to] = cells[to] ? `${cells[to]} ${cell}`.trim() : cell;
    }
    return { ...row, cells };
  }

  #columnsFor(row: SheetRow, width: number): number[] {
    const taken = new Set<number>();
    return row.cells.map((cell, at) => {
      const heading = normalizeSpaces(cell);
      if (heading === "") return at;
      const same = this.headings.findIndex(
        (known, column) => !taken.has(column) && isSame(known, heading),
      );
      const to = same < 0 ? Math.max(width, this.headings.length) : same;
      while (this.headings.length <= to) this.headings.push("");
      if (same < 0) this.headings[to] = heading;
      taken.add(to);
      return to;
    });
  }
}

const leftOut = ({ number }: SheetRow, remark: string): SheetRow => ({ number, cells: [], remark });

/** Whether something sets a row apart from the one above: an empty row, or a title. */
const startsAnew = (row: SheetRow, before: SheetRow) =>
  row.number > before.number + 1 || onlyText(filledCells(before)) !== null;

function isHeading(rows: readonly SheetRow[], at: number): boolean {
  const row = rows[at];
  if (!row || headerScore(row.cells) < 1) return false;
  const filled = filledCells(row);
  const known = filled.filter(({ text }) =>
    Object.values(headingSenses(text)).some((s) => s >= 75),
  );
  const again = rows
    .slice(at + 1, at + 200)
    .some(({ cells }) =>
      filled.some((cell) => normalizeSpaces(cells[cell.at]?.slice(0, 80) ?? "") === cell.text),
    );
  return known.length >= 2 && known.length >= filled.length * 0.6 && !again;
}

/** Whether two or three texts stand over labels with numbers, up to the next empty row. */
function countsBelow(rows: readonly SheetRow[], at: number): boolean {
  const texts = rows[at] ? filledCells(rows[at]).map(({ text }) => text) : [];
  if (texts.length < 2 || texts.length > 3 || texts.some(isData)) return false;
  const next = rows.findIndex((row, to) => to > at && row.number > (rows[to - 1]?.number ?? 0) + 1);
  const below = rows.slice(at + 1, next < 0 ? rows.length : next);
  const counting = below.filter((row) => {
    const [label, ...rest] = filledCells(row);
    return (
      label && !isNumber(label.text) && rest.length > 0 && rest.every(({ text }) => isNumber(text))
    );
  });
  return counting.length > 0 && counting.length >= below.length * 0.6;
}

function sharesHeadings(row: SheetRow, headings: readonly string[]): boolean {
  const filled = filledCells(row);
  if (filled.length < 2) return false;
  const same = filled.filter(({ at, text }) => fold(headings[at] ?? "") === fold(text));
  return same.length >= filled.length * 0.6;
}

const listSenses: readonly HeadingSense[] = [
  "company_name",
  "posting_title",
  "posting_url_full",
  "posting_status",
  "applied_at",
];

/** Whether headings are those of a list of applications: a company, a title or an address, and one more. */
function isList(row: SheetRow): boolean {
  const found = listSenses.map((sense) =>
    filledCells(row).some(({ text }) => (headingSenses(text)[sense] ?? 0) >= 75),
  );
  return found.slice(0, 3).includes(true) && found.filter(Boolean).length >= 2;
}

function isSame(known: string, heading: string): boolean {
  if (known === "") return false;
  if (fold(known) === fold(heading)) return true;
  const [a, b] = [headingSenses(known), headingSenses(heading)];
  return Object.entries(a).some(
    ([sense, score]) =>
      sense !== "unmapped" && score >= 90 && (b[sense as HeadingSense] ?? 0) >= 90,
  );
}
