import type { Row } from "./book.ts";

/**
 * Addresses that lie behind cells ("Apply" that leads somewhere): each column that has some gets a
 * column of its own at the right, so that what follows sees them as any other cells.
 */
export class LinkColumns {
  #urls = new Map<string, string>();
  #columns = new Set<number>();
  #width = 0;

  /** Widens the sheet to hold the row; call it for every row before the first `extend`. */
  note(row: Row): void {
    this.#width = Math.max(this.#width, row.cells.length);
  }

  add(row: number, column: number, url: string): void {
    if (!/^https?:\/\//i.test(url) || this.#urls.size >= 200_000) return;
    this.#urls.set(`${row}:${column}`, url);
    this.#columns.add(column);
  }

  /** The row with its addresses at the right, save those that its cells show anyway. */
  extend(row: Row): Row {
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
