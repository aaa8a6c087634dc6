import type { ColumnTargets } from "../columns/guess.ts";
import { isBlank } from "../words/blanks.ts";
import { fold, tidy } from "../words/fold.ts";
import type { Target } from "../words/targets.ts";

/** Finds cells by what their columns are for. */
export class Layout {
  readonly headings: readonly string[];
  readonly targets: ColumnTargets;
  /** the headings folded, for finding them again among the rows */
  readonly folded: readonly { heading: string; at: number }[];
  #columns = new Map<Target, number[]>();

  constructor(headings: readonly string[], targets: ColumnTargets) {
    this.headings = headings;
    this.targets = targets;
    this.folded = headings.flatMap((heading, at) =>
      heading ? [{ heading: fold(heading), at }] : [],
    );
    for (const [at, target] of targets.entries()) {
      if (target) this.#columns.set(target, [...this.columns(target), at]);
    }
  }

  columns(target: Target): readonly number[] {
    return this.#columns.get(target) ?? [];
  }

  has(target: Target): boolean {
    return this.#columns.has(target);
  }

  /** What the cells of a target say, without those that say nothing. */
  cells(cells: readonly string[], target: Target): string[] {
    return this.columns(target)
      .map((at) => says(cells[at]))
      .filter((text) => text !== "");
  }

  cell(cells: readonly string[], target: Target): string {
    return this.cells(cells, target)[0] ?? "";
  }
}

/** A cell's text, empty where it only says that there is none. */
export function says(cell: string | undefined): string {
  const text = tidy(cell ?? "");
  return isBlank(text) ? "" : text;
}
