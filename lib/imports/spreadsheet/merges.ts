import { boundedInteger } from "./integers.ts";
import { importLimits } from "./limits.ts";
import { tooMuch } from "./spreadsheet.ts";

/** A range of merged cells. */
export type Merge = { top: number; bottom: number; left: number; right: number };

/** A longer text that spans columns is a remark, and counts for its first column alone. */
const maxSpanChars = 60;

/** Merged cells: the value of the first cell counts for all of them. Call `fill` for the rows in order. */
export class MergedCells {
  readonly #merges: readonly Merge[];
  #next = 0;
  #filled = 0;
  /** the merges that reach the current row, by their first column */
  readonly #open = new Map<number, { merge: Merge; value: string }>();
  /** the last row of the merge that covers a column */
  readonly #covered: number[] = Array(importLimits.columns).fill(0);

  constructor(merges: readonly Merge[]) {
    this.#merges = merges.toSorted((a, b) => a.top - b.top || a.left - b.left);
  }

  /** A row's cells with the values of the merged cells that reach it. Throws `Invalid` beyond `importLimits`. */
  fill(number: number, cells: readonly string[]): string[] {
    for (let merge = this.#merges[this.#next]; merge && merge.top <= number; ) {
      if (this.#cover(merge)) {
        const value = merge.top === number ? (cells[merge.left] ?? "") : "";
        this.#open.set(merge.left, { merge, value });
      }
      this.#next += 1;
      merge = this.#merges[this.#next];
    }
    const filled = [...cells];
    if (this.#open.size === 0) return filled;
    const first = cells.findIndex((cell) => cell !== "");
    const last = cells.findLastIndex((cell) => cell !== "");
    for (const [left, { merge, value }] of this.#open) {
      if (merge.bottom < number) this.#open.delete(left);
      else if (value !== "") {
        // A text across a row that holds nothing else is a title.
        const alone = first === -1 || (first >= merge.left && last <= merge.right);
        this.#filled += fillRow(filled, merge, value, alone);
      }
    }
    if (this.#filled > importLimits.mergedCells) throw tooMuch("merged cells");
    return filled;
  }

  /** Covers the columns of a merge; false where another one covers a cell of it, which no spreadsheet writes. */
  #cover({ top, bottom, left, right }: Merge): boolean {
    const end = Math.min(right + 1, importLimits.columns);
    for (let at = left; at < end; at += 1) if ((this.#covered[at] ?? 0) >= top) return false;
    this.#covered.fill(bottom, left, end);
    return true;
  }
}

const rows = { min: 1, max: importLimits.sheetRows };

/** A range such as `A2:C4`; null where it is none, or beyond the columns that are read. */
export function parseRange(reference: string): Merge | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!found) return null;
  const [, first = "", from, last = "", to] = found;
  const [top, bottom] = [boundedInteger(from, rows), boundedInteger(to, rows)];
  if (top === null || bottom === null) return null;
  const merge = { top, bottom, left: columnIndex(first), right: columnIndex(last) };
  const ordered = merge.bottom >= merge.top && merge.right >= merge.left;
  return ordered && merge.left < importLimits.columns ? merge : null;
}

/** Writes a merge's value into a row; gives the number of cells. */
function fillRow(filled: string[], merge: Merge, value: string, alone: boolean): number {
  const wide = merge.right > merge.left && (alone || value.length > maxSpanChars);
  const right = wide ? merge.left : Math.min(merge.right, importLimits.columns - 1);
  while (filled.length <= right) filled.push("");
  filled.fill(value, merge.left, right + 1);
  return right + 1 - merge.left;
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
