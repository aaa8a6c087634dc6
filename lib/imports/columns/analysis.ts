import { findDates } from "../dates/find.ts";
import { noVotes, vote } from "../dates/resolve.ts";
import { importLimits } from "../spreadsheet/limits.ts";
import { invalidFile, type SheetRow } from "../spreadsheet/spreadsheet.ts";
import { isBlank, readYesNo } from "../vocabulary/answers.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";
import { namesCompany, namesRole } from "../vocabulary/roles.ts";
import { readStatus } from "../vocabulary/status.ts";

/** Column statistics, collected row by row so that memory use stays constant. */
export class Analysis {
  readonly headings: string[];
  readonly stats: ColumnStats[];
  /** the first 1,000 rows, for checks across columns */
  readonly sample: SheetRow[] = [];
  rows = 0;

  constructor(headings: readonly string[]) {
    this.headings = [...headings];
    this.stats = headings.map(emptyStats);
  }

  /** Passes rows on, and adds each. Throws `Invalid` as `add` does. */
  async *counting(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
    for await (const row of rows) {
      this.add(row);
      yield row;
    }
  }

  /** Adds a row. Throws `Invalid` beyond the limits on rows and columns. */
  add(row: SheetRow): void {
    this.rows += 1;
    if (this.rows > importLimits.rows) {
      throw invalidFile("This file has more than 200,000 rows. Split it and bring the parts.");
    }
    if (row.cells.length > importLimits.columns) {
      throw invalidFile(`Row ${row.number} has more than ${importLimits.columns} columns.`);
    }
    while (this.stats.length < row.cells.length) {
      this.stats.push(emptyStats());
      this.headings.push("");
    }
    for (const [at, cell] of row.cells.entries()) {
      const stats = this.stats[at];
      if (stats && cell !== "") countCell(stats, cell);
    }
    if (this.sample.length < 1000) this.sample.push(row);
  }
}

const maxValues = 400;
const maxSampled = 3000;

const urlPattern = /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i;

/** Whether a text is a URL; the scheme may be missing. */
export const isUrl = (text: string) => urlPattern.test(text);

function emptyStats() {
  return {
    filled: 0,
    /** how many cells the counts below were taken from: the first `maxSampled` */
    sampled: 0,
    dates: 0,
    votes: noVotes(),
    urls: 0,
    emails: 0,
    numbers: 0,
    yesNo: 0,
    statuses: 0,
    /** `statuses` counted once per distinct text, so that one frequent word does not dominate */
    statusWords: 0,
    roles: 0,
    companies: 0,
    long: 0,
    /** distinct texts and their counts, up to `maxValues` */
    values: new Map<string, number>(),
    /** whether there are more distinct texts than `maxValues` */
    tooManyValues: false,
  };
}

/** Statistics of one column's cells over the whole sheet. */
export type ColumnStats = ReturnType<typeof emptyStats>;

/** Adds a cell to its column's statistics; blanks and placeholders such as "n/a" are ignored. */
function countCell(stats: ColumnStats, raw: string): void {
  if (isBlank(raw)) return;
  const text = normalizeSpaces(raw);
  stats.filled += 1;
  const seen = stats.values.get(text);
  if (seen !== undefined) stats.values.set(text, seen + 1);
  else if (stats.values.size < maxValues && text.length <= 200) stats.values.set(text, 1);
  else stats.tooManyValues = true;
  if (stats.sampled < maxSampled) sampleCell(stats, text, seen === undefined);
  else if (stats.dates > 0 && text.length <= 90) countOrderVotes(stats, text);
}

function sampleCell(stats: ColumnStats, text: string, fresh: boolean): void {
  stats.sampled += 1;
  if (text.length > 90) stats.long += 1;
  if (isUrl(text)) stats.urls += 1;
  else if (text.length <= 90) countKind(stats, text, fresh);
}

/** Counts votes for day/month order, from all cells and not only the sampled ones; whether there was a date. */
function countOrderVotes(stats: ColumnStats, text: string): boolean {
  if (!/\d/.test(text)) return false;
  const found = findDates(text);
  for (const date of found) vote(stats.votes, date);
  return found.length > 0;
}

function countKind(stats: ColumnStats, text: string, fresh: boolean): void {
  if (/^\S+@\S+\.\S+$/.test(text)) stats.emails += 1;
  const isYesNo = readYesNo(text) !== null;
  if (isYesNo) stats.yesNo += 1;
  if (/\d/.test(text)) {
    if (/^[\s$€£₹¥+-]*\d[\d.,\s]*[kK%]?$/.test(text)) stats.numbers += 1;
    if (countOrderVotes(stats, text) || /^(3[6-9]|4\d|5[0-8])\d{3}$/.test(text)) stats.dates += 1;
  }
  if (text.length > 60) return;
  if (!isYesNo && readStatus(text)) {
    stats.statuses += 1;
    if (fresh) stats.statusWords += 1;
  }
  if (namesRole(text)) stats.roles += 1;
  if (namesCompany(text)) stats.companies += 1;
}

/** What is counted of a column's cells. */
export type CellKind = Exclude<
  keyof ColumnStats,
  "filled" | "sampled" | "votes" | "values" | "tooManyValues"
>;

/** The share of the sampled cells that are of those kinds; 0 for an empty column. */
export function share(stats: ColumnStats, ...kinds: CellKind[]): number {
  return kinds.reduce((sum, kind) => sum + stats[kind], 0) / Math.max(stats.sampled, 1);
}
