import type { SheetRow } from "./spreadsheet.ts";

/**
 * Hyperlink columns: the targets of a column's hyperlinks are appended as an extra column at the right,
 * so that later steps read them as ordinary cells.
 */
export class LinkColumns {
  #urls = new Map<string, string>();
  #columns = new Set<number>();
  #width = 0;

  /** Records the row's width; call it for every row before the first `extend`. */
  measure(row: SheetRow): void {
    this.#width = Math.max(this.#width, row.cells.length);
  }

  add(row: number, column: number, url: string): void {
    if (!/^https?:\/\//i.test(url) || this.#urls.size >= 200_000) return;
    this.#urls.set(`${row}:${column}`, url);
    this.#columns.add(column);
  }

  /** The row with its link targets appended, except those that a cell already shows as text. */
  extend(row: SheetRow): SheetRow {
    if (this.#columns.size === 0) return row;
    const cells = [...row.cells];
    while (cells.length < this.#width) cells.push("");
    for (const column of this.#columns) {
      const url = this.#urls.get(`${row.number}:${column}`) ?? "";
      cells.push(url === (row.cells[column] ?? "").trim() ? "" : url);
    }
    return { number: row.number, cells };
  }
}
