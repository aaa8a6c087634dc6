import { importLimits } from "./limits.ts";
import type { SheetRow } from "./spreadsheet.ts";

/** How many links the sheets of a workbook may still have, and their characters. */
export type LinkBudget = { links: number; chars: number };

/**
 * Hyperlink columns: the targets of a column's hyperlinks are appended as an extra column at the right,
 * so that later steps read them as ordinary cells. Links beyond `importLimits` are left out.
 */
export class LinkColumns {
  readonly #budget: LinkBudget;
  readonly #urls = new Map<number, string>();
  readonly #columns = new Set<number>();
  #width = 0;

  constructor(budget: LinkBudget) {
    this.#budget = budget;
  }

  /** Records the row's width; call it for every row before the first `extend`. */
  measure(row: SheetRow): void {
    this.#width = Math.max(this.#width, row.cells.length);
  }

  add(row: number, column: number, url: string): void {
    if (column < 0 || column >= importLimits.columns || !/^https?:\/\//i.test(url)) return;
    if (!this.#columns.has(column) && this.#columns.size >= importLimits.linkColumns) return;
    if (this.#budget.links < 1 || this.#budget.chars < url.length) return;
    this.#budget.links -= 1;
    this.#budget.chars -= url.length;
    this.#urls.set(keyOf(row, column), url);
    this.#columns.add(column);
  }

  /** The row with its link targets appended, except those that a cell already shows as text. */
  extend(row: SheetRow): SheetRow {
    if (this.#columns.size === 0) return row;
    const cells = [...row.cells];
    while (cells.length < this.#width) cells.push("");
    for (const column of this.#columns) {
      const url = this.#urls.get(keyOf(row.number, column)) ?? "";
      cells.push(url === (row.cells[column] ?? "").trim() ? "" : url);
    }
    return { ...row, cells };
  }
}

const keyOf = (row: number, column: number) => row * importLimits.columns + column;
