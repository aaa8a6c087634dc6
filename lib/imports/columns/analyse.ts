import type { Row } from "../book/book.ts";
import { importLimits } from "../book/limits.ts";
import { unreadable } from "../book/unreadable.ts";
import { type ColumnStats, count, emptyStats } from "./stats.ts";

/** Counts what a table's cells look like, row by row, so that memory stays flat. */
export class Analysis {
  readonly headings: string[];
  readonly stats: ColumnStats[];
  /** the first filled rows, for judging how columns go together */
  readonly sample: Row[] = [];
  rows = 0;

  constructor(headings: readonly string[]) {
    this.headings = [...headings];
    this.stats = headings.map(emptyStats);
  }

  /** Takes a row of the table in. Throws `Invalid` past the most rows or columns that an import takes. */
  add(row: Row): void {
    this.rows += 1;
    if (this.rows > importLimits.rows) {
      throw unreadable("This file has more than 200,000 rows. Split it and bring the parts.");
    }
    if (row.cells.length > importLimits.columns) {
      throw unreadable(`Row ${row.number} has more than ${importLimits.columns} columns.`);
    }
    while (this.stats.length < row.cells.length) {
      this.stats.push(emptyStats());
      this.headings.push("");
    }
    for (const [at, cell] of row.cells.entries()) {
      const stats = this.stats[at];
      if (stats && cell !== "") count(stats, cell);
    }
    if (this.sample.length < 1000) this.sample.push(row);
  }
}

/** What a person calls a column: its heading, else the letter that a spreadsheet shows. */
export function columnName(headings: readonly string[], at: number): string {
  return headings[at] || `Column ${letters(at)}`;
}

function letters(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (at % 26));
}
