import { headerScore } from "../columns/table.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { filledCells } from "./cells.ts";

/** Comment lines of a text file: what begins with `#`, unless it is a numbered or tagged cell. */
export class Comments {
  /** the number of the first row that is no comment */
  readonly #start: number;
  /** a comment line that names the columns of the rows below it */
  readonly #heading: number;
  /** whether there are plain comments; a row that begins with the sign is then taken out on purpose */
  readonly #used: boolean;

  constructor(rows: readonly SheetRow[]) {
    const first = rows.findIndex((row) => !startsWithHash(row));
    const start = rows[first];
    const above = rows[first - 1];
    this.#start = start?.number ?? 0;
    const names = start && above && isHeading(withoutHash(above), start);
    this.#heading = names ? above.number : 0;
    this.#used = first > 0 || rows.some(isPlainComment);
  }

  /** A row without its sign if it is a commented heading; without cells if it is a comment. */
  apply(row: SheetRow): SheetRow {
    if (!startsWithHash(row)) return row;
    if (row.number === this.#heading) return withoutHash(row);
    const isComment = this.#used && this.#start > 0;
    return isComment ? { number: row.number, cells: [], remark: "A comment line (#)" } : row;
  }
}

const isPlainComment = (row: SheetRow) =>
  startsWithHash(row) && (/^\s*#[\s#!]/.test(row.cells[0] ?? "") || filledCells(row).length === 1);

const startsWithHash = ({ cells: [first = ""] }: SheetRow) =>
  /^\s*#(?![\d\s.]*$)/.test(first.slice(0, 40));

const withoutHash = (row: SheetRow): SheetRow => ({
  ...row,
  cells: row.cells.map((cell, at) => (at === 0 ? cell.replace(/^\s*#+\s*/, "") : cell)),
});

function isHeading(row: SheetRow, below: SheetRow): boolean {
  const width = filledCells(row).length;
  return (
    width === below.cells.length && headerScore(row.cells) >= 5 && headerScore(below.cells) < 3
  );
}
