import type { Readable } from "node:stream";
import { dayMs } from "../../dates.ts";
import { importLimits } from "./limits.ts";
import type { SheetRow } from "./spreadsheet.ts";
import { createTextCollector, unescapeText } from "./strings.ts";
import { relationId, type SheetContext } from "./workbook.ts";
import { readXml, type XmlAttributes } from "./xml.ts";

/** Called for each hyperlink: a URL from a HYPERLINK formula, or a relationship id at the sheet's end. */
export type LinkListener = (
  row: number,
  column: number,
  link: { url: string } | { url?: undefined; relation: string },
) => void;

const formulaLink = /^\s*(?:_xlfn\.)?hyperlink\(\s*"((?:[^"]|"")*)"/i;

/** Streams the rows of a worksheet; empty rows are skipped but keep their numbers. */
export async function* sheetRows(
  stream: Readable,
  context: SheetContext,
  onLink?: LinkListener,
): AsyncGenerator<SheetRow> {
  const reader = createTextCollector();
  let completed: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let cell: XmlAttributes = {};
  let column = -1;
  let [value, formula, openElement] = ["", "", ""];

  const listener = {
    open(name: string, attributes: XmlAttributes) {
      reader.open(name);
      if (name === "row") {
        row = { number: Number(attributes.r) || row.number + 1, cells: [] };
        column = -1;
      } else if (name === "c") {
        cell = attributes;
        column = attributes.r ? columnIndex(attributes.r) : column + 1;
        [value, formula] = ["", ""];
      } else if (name === "v" || name === "f") openElement = name;
      else if (name === "hyperlink" && onLink) reportHyperlink(attributes, onLink);
    },
    text(text: string) {
      reader.text(text);
      if (openElement === "v") value += text;
      else if (openElement === "f") formula += text;
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
    const url = onLink && formulaLink.exec(formula)?.[1];
    if (url) onLink(row.number, column, { url: url.replaceAll('""', '"') });
  }

  for await (const _ of readXml(stream, listener)) {
    if (completed.length === 0) continue;
    yield* completed;
    completed = [];
  }
}

function reportHyperlink(attributes: XmlAttributes, onLink: LinkListener): void {
  const [first = ""] = (attributes.ref ?? "").split(":");
  const row = Number(/\d+/.exec(first)?.[0]);
  if (row) onLink(row, columnIndex(first), { relation: relationId(attributes) });
}

function cellText(
  cell: XmlAttributes,
  value: string,
  inline: string,
  context: SheetContext,
): string {
  switch (cell.t) {
    case "s":
      return context.strings[Number(value)] ?? "";
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
      if (value === "") return "";
      return context.dateStyles[Number(cell.s ?? 0)]
        ? serialDateText(Number(value), context.from1904)
        : numberText(value);
  }
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

/** The 0-based column index of a cell reference: `B7` gives 1. */
function columnIndex(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const code = char.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
