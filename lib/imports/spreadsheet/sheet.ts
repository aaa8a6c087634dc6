import type { Readable } from "node:stream";
import { dayMs } from "../../dates.ts";
import { boundedInteger } from "./integers.ts";
import { importLimits } from "./limits.ts";
import { columnIndex } from "./merges.ts";
import { formatNumber } from "./number-format.ts";
import { invalidFile, type SheetRow } from "./spreadsheet.ts";
import { createTextCollector, unescapeText } from "./strings.ts";
import { relationId, type SheetContext } from "./workbook.ts";
import { readXml, type XmlAttributes } from "./xml.ts";

/** What a sheet says outside its cells. */
export type SheetListener = {
  /** a hyperlink: a URL from a HYPERLINK formula, or a relationship id at the sheet's end */
  link(
    row: number,
    column: number,
    link: { url: string } | { url?: undefined; relation: string },
  ): void;
  /** a range of merged cells, at the sheet's end */
  merge(reference: string): void;
  /** columns that are hidden, from the first to the last */
  hiddenColumns(first: number, last: number): void;
};

const formulaLink = /^\s*(?:_xlfn\.)?hyperlink\(\s*"((?:[^"]|"")*)"/i;

/** Streams the rows of a worksheet; empty rows are skipped but keep their numbers. */
export async function* sheetRows(
  stream: Readable,
  context: SheetContext,
  report?: SheetListener,
): AsyncGenerator<SheetRow> {
  const reader = createTextCollector();
  let completed: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let rows = 0;
  let cell: XmlAttributes = {};
  let column = -1;
  let [value, formula, openElement] = ["", "", ""];

  const listener = {
    open(name: string, attributes: XmlAttributes) {
      reader.open(name);
      if (name === "row") {
        row = startRow(attributes, row.number);
        column = -1;
        rows += 1;
        if (rows > importLimits.sheetRows)
          throw invalidFile("This workbook has more rows than a sheet can hold.");
      } else if (name === "c") {
        cell = attributes;
        column = attributes.r ? columnIndex(attributes.r) : column + 1;
        [value, formula] = ["", ""];
      } else if (name === "v" || name === "f") openElement = name;
      else if (report) reportElement(name, attributes, report);
    },
    text(text: string) {
      reader.text(text);
      if (openElement === "v") value += text.slice(0, importLimits.cell - value.length);
      else if (openElement === "f") formula += text.slice(0, importLimits.cell - formula.length);
    },
    close(name: string) {
      reader.close(name);
      if (name === "v" || name === "f") openElement = "";
      else if (name === "c") endCell();
      else if (name === "row" && row.cells.length > 0) completed.push(row);
    },
  };

  function endCell() {
    const text = cellText(cell, value, reader.take(), context);
    if (text === "" || column < 0 || column >= importLimits.columns) return;
    while (row.cells.length < column) row.cells.push("");
    row.cells[column] = text;
    const url = report && formulaLink.exec(formula)?.[1];
    if (url) report.link(row.number, column, { url: url.replaceAll('""', '"') });
  }

  for await (const _ of readXml(stream, listener)) {
    if (completed.length === 0) continue;
    yield* completed;
    completed = [];
  }
}

const rowNumbers = { min: 1, max: importLimits.sheetRows };

function startRow({ r, hidden }: XmlAttributes, before: number): SheetRow {
  // Rows stand in order, so a number that goes back is as wrong as one that is none.
  const number = boundedInteger(r, { ...rowNumbers, min: before + 1 }) ?? before + 1;
  const row = { number, cells: [] };
  return isTrue(hidden) ? { ...row, remark: "It is hidden in the spreadsheet." } : row;
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";

const columnNumbers = { min: 1, max: 16_384 };

function reportElement(name: string, attributes: XmlAttributes, report: SheetListener): void {
  const { ref = "", min, max, hidden } = attributes;
  if (name === "mergeCell") report.merge(ref.slice(0, 32));
  if (name === "col" && isTrue(hidden)) {
    const first = boundedInteger(min, columnNumbers);
    const last = boundedInteger(max, columnNumbers);
    if (first && last) report.hiddenColumns(first - 1, last - 1);
  }
  if (name !== "hyperlink") return;
  const [, column = "", number] = /^([A-Z]{1,3})(\d{1,7})(?::|$)/.exec(ref.slice(0, 32)) ?? [];
  const row = boundedInteger(number, rowNumbers);
  if (row) report.link(row, columnIndex(column), { relation: relationId(attributes) });
}

const indexes = { min: 0, max: importLimits.stringCount };

function cellText(
  cell: XmlAttributes,
  value: string,
  inline: string,
  context: SheetContext,
): string {
  switch (cell.t) {
    case "s":
      return context.strings[boundedInteger(value, indexes) ?? -1] ?? "";
    case "inlineStr":
      return inline;
    case "str":
      return unescapeText(value);
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d":
      return value.replace(/T00:00:00(\.0+)?Z?$/, "");
    case "e":
      return "";
    default:
      return value === "" ? "" : numericText(value, boundedInteger(cell.s, indexes) ?? 0, context);
  }
}

function numericText(value: string, style: number, context: SheetContext): string {
  const format = context.formats[style] ?? "plain";
  if (format === "date") return serialDateText(Number(value), context.from1904);
  const plain = format === "plain" || !Number.isFinite(Number(value));
  return plain ? numberText(value) : formatNumber(Number(value), format);
}

/** A date cell's number as `YYYY-MM-DD[THH:MM:SS]`, or `HH:MM` where it is a time without a day. */
function serialDateText(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return "";
  if (serial < 1 && !from1904) return clockText(Math.round(serial * 86_400));
  // Excel's 1900 leap-year bug: serials below 60 are off by one day.
  const days = serial + (from1904 ? 1462 : 0) + (serial < 60 && !from1904 ? 1 : 0);
  const millis = Math.round(days * 86_400) * 1000 - 25_569 * dayMs;
  const text = new Date(millis).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

function clockText(seconds: number): string {
  const pad = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${pad(seconds / 3600)}:${pad((seconds % 3600) / 60)}`;
}

/** Formats a numeric cell: integers without exponent, others to 12 significant digits (no float error). */
function numberText(raw: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw.trim();
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toFixed(0);
  return String(Number(value.toPrecision(12)));
}
