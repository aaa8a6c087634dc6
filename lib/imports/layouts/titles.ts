import { headingSenses } from "../columns/headings.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { readStatus } from "../vocabulary/status.ts";
import { filledCells, isNumber, isTotals, onlyText, statusTitle } from "./cells.ts";

const outcomes: ReadonlySet<string> = new Set([
  "accepted",
  "withdrawn",
  "rejected",
  "offer",
  "saved",
  "silence",
]);

/**
 * Titles between the rows. The name of a status ("Rejected") is the status of the rows below it, up to the
 * next one; a line of totals, or a title over a group, is left out.
 */
export class Titles {
  /** the column that the status goes to, which has a heading of its own where none was there */
  readonly #column: number;
  readonly #groups: ReadonlySet<number>;
  /** the numbers of rows that may be titles or companies, between titles that are statuses */
  readonly #open: ReadonlySet<number>;
  #status: string;

  /** `above` is the row above the headings, whose title may be that of the first rows. */
  constructor(
    rows: readonly SheetRow[],
    headings: readonly string[],
    column: number,
    above: SheetRow | undefined,
  ) {
    this.#column = column;
    this.#groups = groupTitles(rows, headings);
    this.#open = openTitles(rows);
    this.#status = (above && hasTitles(rows) && titleOf(above)) || "";
  }

  apply(row: SheetRow): SheetRow {
    const filled = filledCells(row);
    const leftOut = (remark: string): SheetRow => ({ number: row.number, cells: [], remark });
    const title = titleOf(row);
    if (title !== null) {
      this.#status = title;
      return leftOut(`A title, “${title}”: the status of the rows below it`);
    }
    const [first] = filled;
    if (this.#groups.has(row.number)) {
      this.#status = "";
      return leftOut(`A title between the rows, “${first?.text}”`);
    }
    if (this.#open.has(row.number)) {
      this.#status = "";
      return {
        ...row,
        remark: `“${first?.text}” may be a title of the rows below it, not a company.`,
      };
    }
    if (isCountLine(filled.map(({ text }) => text))) return leftOut("A line of totals");
    if (this.#status === "" || filled.length === 0) return row;
    return this.#withStatus(row);
  }

  #withStatus(row: SheetRow): SheetRow {
    const own = row.cells[this.#column] ?? "";
    if (!isBlank(own)) return this.#compared(row, own);
    const cells = [...row.cells];
    while (cells.length < this.#column) cells.push("");
    cells[this.#column] = this.#status;
    return { ...row, cells };
  }

  /** A row that has a status of its own keeps it; where the title is final and differs, the person is told. */
  #compared(row: SheetRow, own: string): SheetRow {
    const [above, said] = [
      readStatus(this.#status)?.meaning,
      readStatus(own.slice(0, 200))?.meaning,
    ];
    if (!above || !said || above === said || !outcomes.has(above)) return row;
    const remark = `It stands below “${this.#status}”, yet its status is “${own.slice(0, 60)}”.`;
    return { ...row, remark: [row.remark, remark].filter(Boolean).join(" ") };
  }
}

/** The status that a row names as a title: its only text, or with a count beside it. */
export function titleOf(row: SheetRow): string | null {
  const filled = filledCells(row);
  const only = onlyText(filled);
  if (only) return statusTitle(only.text);
  return null;
}

/** Whether rows have titles that are statuses; one above the headings does not count. */
export const hasTitles = (rows: readonly SheetRow[]) => rows.some((row) => titleOf(row) !== null);

/** The column of the status: where a heading names it, else a new one at the right. */
export function statusColumn(headings: readonly string[], rows: readonly SheetRow[]): number {
  const scores = headings.map((heading) => headingSenses(heading).posting_status ?? 0);
  const best = Math.max(0, ...scores);
  if (best >= 75) return scores.indexOf(best);
  return Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
}

/** A label with a number, such as "Applied, 12": what a summary below a list has. */
function isCountLine(texts: readonly string[]): boolean {
  const [label = "", ...rest] = texts;
  if (texts.length === 1) return isTotals(label) || /^[^\d]{3,30}[:=]\s*\d+$/.test(label);
  const counts = rest.every(isNumber);
  return counts && (isTotals(label) || statusTitle(label.replace(/:$/, "")) !== null);
}

/** Rows with one text between fuller ones, where other such rows are statuses. */
function openTitles(rows: readonly SheetRow[]): ReadonlySet<number> {
  const titles = rows.filter((row) => titleOf(row) !== null);
  if (titles.length < 2) return new Set();
  const counts = rows.map((row) => filledCells(row).length);
  const open = rows.filter((row, at) => {
    const before = rows[at - 1];
    const follows = before !== undefined && (counts[at - 1] ?? 0) >= 2 && titleOf(before) === null;
    return counts[at] === 1 && titleOf(row) === null && follows && (counts[at + 1] ?? 0) >= 2;
  });
  return new Set(open.map(({ number }) => number));
}

/** The numbers of rows that name a group: one text after an empty row, where all rows around hold more. */
function groupTitles(rows: readonly SheetRow[], headings: readonly string[]): ReadonlySet<number> {
  const counts = rows.map((row) => filledCells(row).length);
  const wide = counts.filter((count) => count >= 3).length;
  const alone = rows.filter((row, at) => {
    const gap = row.number > (rows[at - 1]?.number ?? 0) + 1;
    return counts[at] === 1 && gap && (counts[at + 1] ?? 0) >= 3;
  });
  const single = counts.filter((count) => count === 1).length;
  const areTitles =
    headings.length >= 3 && alone.length >= 2 && single <= alone.length + 1 && wide >= alone.length;
  return new Set(areTitles ? alone.map(({ number }) => number) : []);
}
