import { headingSenses } from "../columns/headings.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { readStatus } from "../vocabulary/status.ts";
import { filledCells, isDay, isNumber, isTotals, onlyText, statusTitle } from "./cells.ts";

const outcomes: ReadonlySet<string> = new Set([
  "accepted",
  "withdrawn",
  "rejected",
  "offer",
  "saved",
  "silence",
]);

/** The columns that the titles between rows fill; undefined where no title does. */
export type TitleColumns = { status: number | undefined; day: number | undefined };

/**
 * Titles between the rows. The name of a status ("Rejected") is the status of the rows below it, up to the
 * next one, and a day their day; a line of totals, a legend, or a title over a group is left out.
 */
export class Titles {
  readonly #columns: TitleColumns;
  readonly #groups: ReadonlySet<number>;
  /** the numbers of rows that may be titles or companies, between titles that are statuses */
  readonly #open: ReadonlySet<number>;
  #status = "";
  #day = "";
  #inLegend = false;

  /** `above` is a row above the headings whose title is that of the first rows. */
  constructor(
    rows: readonly SheetRow[],
    headings: readonly string[],
    columns: TitleColumns,
    above: SheetRow | undefined,
  ) {
    this.#columns = columns;
    this.#groups = groupTitles(rows, headings);
    this.#open = openTitles(rows);
    if (above) this.#take(above);
  }

  apply(row: SheetRow): SheetRow {
    const filled = filledCells(row);
    const leftOut = (remark: string): SheetRow => ({ number: row.number, cells: [], remark });
    const [first] = filled;
    this.#inLegend ||= first !== undefined && filled.length === 1 && legend.test(first.text);
    if (this.#inLegend) return leftOut("Part of a legend below the list");
    const taken = this.#take(row);
    if (taken) return leftOut(`A title, “${first?.text}”: the ${taken} of the rows below it`);
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
    return this.#withStatus(this.#withDay(row));
  }

  /** Takes a row's only text as the status or day of what follows; which of the two, or "". */
  #take(row: SheetRow): "status" | "day" | "" {
    const status = titleOf(row);
    if (status !== null && this.#columns.status !== undefined) {
      this.#status = status;
      return "status";
    }
    const only = onlyText(filledCells(row));
    if (!only || !isDay(only.text) || this.#columns.day === undefined) return "";
    this.#day = only.text;
    return "day";
  }

  #withDay(row: SheetRow): SheetRow {
    if (this.#day === "" || this.#columns.day === undefined) return row;
    const remark = `It stands below “${this.#day}”, which is taken for its day of application.`;
    return { ...row, cells: withCell(row.cells, this.#columns.day, this.#day), remark };
  }

  #withStatus(row: SheetRow): SheetRow {
    if (this.#status === "" || this.#columns.status === undefined) return row;
    const own = row.cells[this.#columns.status] ?? "";
    if (!isBlank(own)) return this.#compared(row, own);
    return { ...row, cells: withCell(row.cells, this.#columns.status, this.#status) };
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

const legend = /^(legend|key|colou?r codes?|legende|légende|leyenda|legenda|图例|凡例)\s*:?$/i;

function withCell(cells: readonly string[], at: number, text: string): string[] {
  const filled = [...cells];
  while (filled.length < at) filled.push("");
  filled[at] = text;
  return filled;
}

/** The status that a row names as a title: its only text. */
export function titleOf(row: SheetRow): string | null {
  const filled = filledCells(row);
  const only = onlyText(filled);
  if (only) return statusTitle(only.text);
  return null;
}

const isStatusTitle = (row: SheetRow) => titleOf(row) !== null;

function isDayTitle(row: SheetRow): boolean {
  const only = onlyText(filledCells(row));
  return only !== null && isDay(only.text);
}

/**
 * Where the titles between rows go: to the column of the status that a heading names, else to a new one at the
 * right; days to a new one, where no other column has days.
 */
export function titleColumns(
  headings: readonly string[],
  rows: readonly SheetRow[],
  above: SheetRow | undefined,
): TitleColumns {
  const all = above ? [above, ...rows] : rows;
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
  const scores = headings.map((heading) => headingSenses(heading).posting_status ?? 0);
  const best = Math.max(0, ...scores);
  const own = best >= 75 ? scores.indexOf(best) : width;
  const status = all.some(isStatusTitle) ? own : undefined;
  const days = all.filter(isDayTitle).length;
  const dated = rows.some(
    (row) => !isDayTitle(row) && filledCells(row).some(({ text }) => isDay(text)),
  );
  const isNew = status === width ? width + 1 : width;
  return { status, day: days >= (above ? 1 : 2) && !dated ? isNew : undefined };
}

/** A label with a number, such as "Applied, 12": what a summary below a list has. */
function isCountLine(texts: readonly string[]): boolean {
  const [label = "", ...rest] = texts;
  if (texts.length === 1) return isTotals(label) || /^[^\d]{3,30}[:=]\s*\d+$/.test(label);
  const counts = rest.every(isNumber);
  return counts && (isTotals(label) || statusTitle(label.replace(/:$/, "")) !== null);
}

/** Rows with one text between fuller ones, where other such rows are statuses, or the first row is one. */
function openTitles(rows: readonly SheetRow[]): ReadonlySet<number> {
  const counts = rows.map((row) => filledCells(row).length);
  const open = rows.filter((row, at) => {
    const before = rows[at - 1];
    const follows = !before || ((counts[at - 1] ?? 0) >= 2 && titleOf(before) === null);
    return counts[at] === 1 && titleOf(row) === null && follows && (counts[at + 1] ?? 0) >= 2;
  });
  const isFirst = open[0] !== undefined && open[0] === rows[0] && open.length >= 2;
  const singles = counts.filter((count) => count === 1).length;
  const areTitles = rows.some(isStatusTitle) || (isFirst && singles === open.length);
  return new Set(areTitles ? open.map(({ number }) => number) : []);
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
