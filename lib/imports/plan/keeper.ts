import { columnName } from "../columns/analyse.ts";
import { shared, type Target, targets } from "../words/targets.ts";
import type { Line } from "./comment.ts";
import { type Layout, says } from "./layout.ts";

/** Gathers the cells of a row that no field takes as they are, for the posting's comment. */
export class Keeper {
  readonly #layout: Layout;
  readonly #cells: readonly string[];
  readonly #columns = new Set<number>();
  readonly #more: Line[] = [];

  constructor(layout: Layout, cells: readonly string[]) {
    this.#layout = layout;
    this.#cells = cells;
    for (const [at] of cells.entries()) if (!layout.targets[at]) this.#columns.add(at);
    this.#keepUnused();
  }

  // Where a person gave one field to several columns, the first that says something is taken.
  #keepUnused(): void {
    for (const target of targets) {
      if (shared.has(target)) continue;
      const told = this.#layout.columns(target).filter((at) => says(this.#cells[at]) !== "");
      for (const at of told.slice(1)) this.#columns.add(at);
    }
  }

  /** Keeps the cells of a target's columns. */
  target(target: Target): this {
    for (const at of this.#layout.columns(target)) this.#columns.add(at);
    return this;
  }

  column(at: number): this {
    this.#columns.add(at);
    return this;
  }

  /** Keeps a text that a field could not hold whole. */
  whole(name: string, text: string): void {
    this.#more.push({ name, text });
  }

  /** What was kept, in the order of the sheet. */
  get lines(): Line[] {
    const lines = [...this.#columns]
      .sort((a, b) => a - b)
      .map((at) => ({ name: columnName(this.#layout.headings, at), text: says(this.#cells[at]) }));
    return [...lines.filter(({ text }) => text !== ""), ...this.#more];
  }
}
