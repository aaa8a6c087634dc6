import { importLimits } from "../spreadsheet/limits.ts";
import { invalidFile, type SheetRow } from "../spreadsheet/spreadsheet.ts";
import { type ColumnStats, countCell, emptyStats } from "./cells.ts";

/** Column statistics, collected row by row so that memory use stays constant. */
export class Analysis {
  readonly headings: string[];
  readonly stats: ColumnStats[];
  /** the first 1,000 rows, for checks across columns */
  readonly sample: SheetRow[] = [];
  rows = 0;

  constructor(headings: readonly string[]) {
    this.headings = [...headings];
    this.stats = headings.map(emptyStats);
  }

  /** Passes rows on, and adds each. Throws `Invalid` as `add` does. */
  async *counting(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
    for await (const row of rows) {
      this.add(row);
      yield row;
    }
  }

  /** Adds a row. Throws `Invalid` beyond the limits on rows and columns. */
  add(row: SheetRow): void {
    this.rows += 1;
    if (this.rows > importLimits.rows) {
      throw invalidFile("This file has more than 200,000 rows. Split it and bring the parts.");
    }
    if (row.cells.length > importLimits.columns) {
      throw invalidFile(`Row ${row.number} has more than ${importLimits.columns} columns.`);
    }
    // A row that was left out says nothing of the columns.
    if (row.cells.length === 0) return;
    while (this.stats.length < row.cells.length) {
      this.stats.push(emptyStats());
      this.headings.push("");
    }
    for (const [at, cell] of row.cells.entries()) {
      const stats = this.stats[at];
      if (stats && cell !== "") countCell(stats, cell, this.stats.length);
    }
    if (this.sample.length < 1000) this.sample.push(row);
  }
}
