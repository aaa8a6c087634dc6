import { importLimits } from "./limits.ts";

type Merge = { top: number; bottom: number; left: number; right: number };

export const maxMerges = 20_000;
/** A longer text that spans columns is a remark, and counts for its first column alone. */
const maxSpanChars = 60;

/** Merged cells: the value of the first cell counts for all of them. Call `fill` for the rows in order. */
export class MergedCells {
  readonly #merges: readonly Merge[];
  #next = 0;
  /** the merges that reach the current row, by their first column */
  readonly #open = new Map<number, { merge: Merge; value: string }>();

  /** For ranges such as `A2:C4`. */
  constructor(references: readonly string[]) {
    const merges = references.flatMap((reference) => parseRange(reference) ?? []);
    this.#merges = merges.sort((a, b) => a.top - b.top || a.left - b.left);
  }

  /** A row's cells with the values of the merged cells that reach it. */
  fill(number: number, cells: readonly string[]): string[] {
    for (let merge = this.#merges[this.#next]; merge && merge.top <= number; ) {
      const value = merge.top === number ? (cells[merge.left] ?? "") : "";
      this.#open.set(merge.left, { merge, value });
      this.#next += 1;
      merge = this.#merges[this.#next];
    }
    const filled = [...cells];
    for (const [left, { merge, value }] of this.#open) {
      if (merge.bottom < number) this.#open.delete(left);
      else if (value !== "") fillRow(filled, cells, merge, value);
    }
    return filled;
  }
}

function parseRange(reference: string): Merge | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!found) return null;
  const [, first = "", top, last = "", bottom] = found;
  const merge = {
    top: Number(top),
    bottom: Number(bottom),
    left: columnIndex(first),
    right: columnIndex(last),
  };
  const ordered = merge.bottom >= merge.top && merge.right >= merge.left;
  return ordered && merge.left < importLimits.columns ? merge : null;
}

function fillRow(filled: string[], cells: readonly string[], merge: Merge, value: string): void {
  // A text across a row that holds nothing else is a title.
  const alone = cells.every((cell, at) => cell === "" || (at >= merge.left && at <= merge.right));
  const wide = merge.right > merge.left && (alone || value.length > maxSpanChars);
  const right = wide ? merge.left : Math.min(merge.right, importLimits.columns - 1);
  for (let at = merge.left; at <= right; at += 1) {
    while (filled.length <= at) filled.push("");
    filled[at] = value;
  }
}

/** The 0-based column index of a cell reference: `B7` gives 1. */
export function columnIndex(reference: string): number {
  let column = 0;
  for (const char of reference.slice(0, 3)) {
    const code = char.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
