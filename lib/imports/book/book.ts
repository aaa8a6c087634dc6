/** One line of a sheet: every cell as text, dates as `YYYY-MM-DD[THH:MM:SS]`. */
export type Row = {
  /** the number a spreadsheet shows: header and blank lines count */
  number: number;
  cells: string[];
  /** where rows of one application were folded into this one: what each of them said */
  steps?: string[];
};

export type Sheet = { name: string; hidden: boolean };

/** A file that was opened: what it is and a way to stream the rows of each sheet, as often as needed. */
export type Book = {
  kind: "text" | "xlsx";
  encoding: string;
  /** the character between cells; empty in a workbook */
  delimiter: string;
  sheets: Sheet[];
  rows(sheet: number): AsyncGenerator<Row>;
  close(): void;
};
