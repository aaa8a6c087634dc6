import type { ColumnTargets } from "../columns/guess.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { fold, normalizeSpaces } from "../vocabulary/fold.ts";
import type { Target } from "../vocabulary/targets.ts";

/** Looks up cells by the target field of their column. */
export class Layout {
  readonly headings: readonly string[];
  readonly targets: ColumnTargets;
  /** the folded headings, to recognise repeated header rows */
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

  /** The texts of a target's non-blank cells. */
  cells(cells: readonly string[], target: Target): string[] {
    return this.columns(target)
      .map((at) => cellText(cells[at]))
      .filter((text) => text !== "");
  }

  cell(cells: readonly string[], target: Target): string {
    return this.cells(cells, target)[0] ?? "";
  }
}

/** A cell's normalised text; "" for placeholders such as "n/a". */
export function cellText(cell: string | undefined): string {
  const text = normalizeSpaces(cell ?? "");
  return isBlank(text) ? "" : text;
}
