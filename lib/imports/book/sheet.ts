import type { Readable } from "node:stream";
import type { Row } from "./book.ts";
import { importLimits } from "./limits.ts";
import { textReader, unescapeText } from "./strings.ts";
import { relationId } from "./workbook.ts";
import { type Attributes, readXml } from "./xml.ts";

export type SheetContext = {
  strings: readonly string[];
  dateStyles: readonly boolean[];
  from1904: boolean;
};

/** Told of a cell's address: by a HYPERLINK formula, or at the sheet's end by the id of a relation. */
export type LinkListener = (cell: { row: number; column: number }, link: Link) => void;
export type Link = { url: string } | { relation: string };

const formulaLink = /^\s*(?:_xlfn\.)?hyperlink\(\s*"((?:[^"]|"")*)"/i;

/** Streams the rows of a worksheet; rows without a cell are left out, their numbers are not reused. */
export async function* sheetRows(
  stream: Readable,
  context: SheetContext,
  onLink?: LinkListener,
): AsyncGenerator<Row> {
  const reader = textReader();
  let ready: Row[] = [];
  let row: Row = { number: 0, cells: [] };
  let cell: Attributes = {};
  let column = -1;
  let [value, formula, inside] = ["", "", ""];

  const listener = {
    open(name: string, attributes: Attributes) {
      reader.open(name);
      if (name === "row") {
        row = { number: Number(attributes.r) || row.number + 1, cells: [] };
        column = -1;
      } else if (name === "c") {
        cell = attributes;
        column = attributes.r ? columnOf(attributes.r) : column + 1;
        [value, formula] = ["", ""];
      } else if (name === "v" || name === "f") inside = name;
      else if (name === "hyperlink" && onLink) refer(attributes, onLink);
    },
    text(text: string) {
      reader.text(text);
      if (inside === "v") value += text;
      else if (inside === "f") formula += text;
    },
    close(name: string) {
      reader.close(name);
      if (name === "v" || name === "f") inside = "";
      else if (name === "c") put();
      else if (name === "row" && row.cells.length > 0) ready.push(row);
    },
  };

  function put() {
    const text = cellText(cell, value, reader.take(), context);
    if (text === "" || column < 0 || column >= importLimits.columns) return;
    while (row.cells.length < column) row.cells.push("");
    row.cells[column] = text;
    const url = onLink && formulaLink.exec(formula)?.[1];
    if (url) onLink({ row: row.number, column }, { url: url.replaceAll('""', '"') });
  }

  for await (const _ of readXml(stream, listener)) {
    if (ready.length === 0) continue;
    yield* ready;
    ready = [];
  }
}

function refer(attributes: Attributes, onLink: LinkListener): void {
  const [first = ""] = (attributes.ref ?? "").split(":");
  const row = Number(/\d+/.exec(first)?.[0]);
  if (row) onLink({ row, column: columnOf(first) }, { relation: relationId(attributes) });
}

function cellText(cell: Attributes, value: string, inline: string, context: SheetContext): string {
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
        ? serialText(Number(value), context.from1904)
        : numberText(value);
  }
}

const day = 86_400_000;

/** A date cell's number as `YYYY-MM-DD[THH:MM:SS]`, or `HH:MM` where it is a time without a day. */
function serialText(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return "";
  if (serial < 1 && !from1904) return clock(Math.round(serial * 86_400));
  // Excel counts a 29 February 1900 that never was; numbers before it are a day off.
  const days = serial + (from1904 ? 1462 : 0) + (serial < 60 && !from1904 ? 1 : 0);
  const millis = Math.round(days * 86_400) * 1000 - 25_569 * day;
  const text = new Date(millis).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

function clock(seconds: number): string {
  const pad = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${pad(seconds / 3600)}:${pad((seconds % 3600) / 60)}`;
}

/** A number as a person would write it: whole numbers without exponent, no float noise. */
function numberText(raw: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw.trim();
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toFixed(0);
  return String(Number(value.toPrecision(12)));
}

/** The 0-based column of a cell's name: `B7` is 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const code = char.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
