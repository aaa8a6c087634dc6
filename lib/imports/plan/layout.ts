import type { ColumnTargets } from "../columns/guess.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { fold, normalizeSpaces } from "../vocabulary/fold.ts";
import type { Target } from "../vocabulary/targets.ts";

/** The columns of each target field. */
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
}

/** A row's cells by the target field of their column; placeholders such as "n/a" are blank. */
export class RowCells {
  readonly layout: Layout;
  readonly raw: readonly string[];
  // Each cell is asked for several times, and normalising a long one costs most of a row's time.
  readonly #texts: string[] = [];

  constructor(layout: Layout, raw: readonly string[]) {
    this.layout = layout;
    this.raw = raw;
  }

  /** The normalised text of a column's cell. */
  text(at: number): string {
    const known = this.#texts[at];
    if (known !== undefined) return known;
    const text = cellText(this.raw[at] ?? "");
    this.#texts[at] = text;
    return text;
  }

  /** The texts of a target's non-blank cells. */
  all(target: Target): string[] {
    return this.layout
      .columns(target)
      .map((at) => this.text(at))
      .filter((text) => text !== "");
  }

  /** The text of a target's first non-blank cell, or "". */
  first(target: Target): string {
    return this.all(target)[0] ?? "";
  }
}

/** A cell's normalised text; "" for placeholders such as "n/a". */
export function cellText(cell: string): string {
  const text = normalizeSpaces(cell);
  return isBlank(text) ? "" : text;
}
