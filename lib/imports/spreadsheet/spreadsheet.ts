import { Invalid } from "../../errors.ts";

/** A row of a sheet: every cell as text, dates as `YYYY-MM-DD[THH:MM:SS]`. */
export type SheetRow = {
  /** the number a spreadsheet shows: header and blank lines count */
  number: number;
  cells: string[];
  /** what the person is told of the row; where it has no cells, why it is left out */
  remark?: string;
  /** the date and status of each row that was merged into this one (see `mergePhases`) */
  steps?: string[];
};

export type Sheet = { name: string; hidden: boolean };

/** An opened CSV or XLSX file; `rows` streams a sheet and can be called again. */
export type Spreadsheet = {
  kind: "text" | "xlsx";
  encoding: string;
  /** whether the encoding was guessed or chosen, so that it may be corrected */
  encodingGuessed: boolean;
  /** of a text file; empty for a workbook */
  delimiter: string;
  sheets: Sheet[];
  rows(sheet: number): AsyncGenerator<SheetRow>;
  /** the hidden columns of a sheet, by index; ask once its rows were read */
  hiddenColumns(sheet: number): ReadonlySet<number>;
  /** sentences on what was seen in a sheet and left out */
  notes?(sheet: number): readonly string[];
  close(): void;
};

/** The error for a workbook with a list beyond one of `importLimits`. */
export const tooMuch = (what: string) =>
  invalidFile(`This workbook has too many ${what}. Save the sheet you need as CSV and try again.`);

/** The `Invalid` error for a file that cannot be imported; the message says why and what to do. */
export const invalidFile = (sentence: string) => new Invalid({ file: [sentence] });
