import { columnName } from "../columns/analyse.ts";
import { sharedTargets, type Target, targets } from "../vocabulary/targets.ts";
import type { CommentLine } from "./comment.ts";
import { cellText, type Layout } from "./layout.ts";

/** Collects the cells of a row that no field holds completely, for the posting's comment. */
export class LeftoverCells {
  readonly #layout: Layout;
  readonly #cells: readonly string[];
  readonly #columns = new Set<number>();
  readonly #texts: CommentLine[] = [];

  constructor(layout: Layout, cells: readonly string[]) {
    this.#layout = layout;
    this.#cells = cells;
    for (const [at] of cells.entries()) if (!layout.targets[at]) this.#columns.add(at);
    this.#addUnusedColumns();
  }

  // If several columns have the same target, the first filled cell is used and the others are left over.
  #addUnusedColumns(): void {
    for (const target of targets) {
      if (sharedTargets.has(target)) continue;
      const filled = this.#layout.columns(target).filter((at) => cellText(this.#cells[at]) !== "");
      for (const at of filled.slice(1)) this.#columns.add(at);
    }
  }

  /** Adds the cells of a target's columns. */
  addTarget(target: Target): this {
    for (const at of this.#layout.columns(target)) this.#columns.add(at);
    return this;
  }

  addColumn(at: number): this {
    this.#columns.add(at);
    return this;
  }

  /** Adds a text that a field could not hold completely. */
  addText(name: string, text: string): void {
    this.#texts.push({ name, text });
  }

  /** The collected lines, in sheet order. */
  get lines(): CommentLine[] {
    const lines = [...this.#columns]
      .sort((a, b) => a - b)
      .map((at) => ({
        name: columnName(this.#layout.headings, at),
        text: cellText(this.#cells[at]),
      }));
    return [...lines.filter(({ text }) => text !== ""), ...this.#texts];
  }
}
