import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { detectEncoding } from "../encoding/detect.ts";
import { decoderOf, type Encoding } from "../encoding/encodings.ts";
import {
  csvOptions,
  type Dialect,
  detectDialect,
  doubleQuotes,
  splitAgain,
  unquoted,
} from "./dialect.ts";
import { importLimits } from "./limits.ts";
import { invalidFile, type SheetRow, type Spreadsheet } from "./spreadsheet.ts";

/**
 * Opens a CSV or TSV file that begins with those bytes, in the given or else the detected encoding. Throws
 * `Invalid` if it is no text or a web page.
 */
export async function openTextFile(
  path: string,
  head: Buffer,
  size: number,
  chosen?: Encoding,
): Promise<Spreadsheet> {
  const detected = await detectEncoding(path, head, size);
  if (!detected) throw invalidFile("This file is no spreadsheet: it is not text, CSV or XLSX.");
  const encoding = chosen ?? detected.encoding;
  const sample = await firstText(path, encoding);
  if (sample.trim() === "") throw invalidFile("This file is empty.");
  if (/^\s*(<!doctype|<html|<\?xml|<table)/i.test(sample)) {
    throw invalidFile(
      "This is a web page, not a spreadsheet. Save it as .xlsx or .csv and bring that.",
    );
  }
  const dialect = await detectDialect(sample);
  const quoted = await quotesAreClosed(path, { ...dialect, encoding, quoted: true });
  return {
    kind: "text",
    encoding,
    encodingGuessed: detected.guessed || chosen !== undefined,
    delimiter: dialect.delimiter,
    sheets: [{ name: "", hidden: false }],
    rows: () => textRows(path, { ...dialect, encoding, quoted }),
    hiddenColumns: () => new Set(),
    close: () => {},
  };
}

// An unclosed quote would swallow the rest of the file; such a file is read with quoting turned off.
async function quotesAreClosed(path: string, format: TextFormat): Promise<boolean> {
  try {
    for await (const _ of records(path, format));
    return true;
  } catch (error) {
    if (error instanceof CsvError) return false;
    throw error;
  }
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  let text = "";
  for await (const piece of decoded(
    createReadStream(path, { end: importLimits.sample - 1 }),
    encoding,
  ))
    text += piece;
  return text.replace(/^\ufeff/, "");
}

type TextFormat = Dialect & { encoding: Encoding; quoted: boolean };

/** Streams the rows of a CSV file. Throws `Invalid` for an unclosed quote or what is beyond `importLimits`. */
async function* textRows(path: string, form: TextFormat): AsyncGenerator<SheetRow> {
  let number = 0;
  try {
    for await (const found of records(path, form)) {
      number += 1;
      if (number === 1 && form.named) continue;
      const cells = Array.isArray(found) ? found : cellsOf(found, form);
      // One column too many is enough to refuse the row where it is taken.
      if (cells.length > importLimits.columns) cells.length = importLimits.columns + 1;
      yield { number, cells: form.spaced ? cells.map(unquoted) : cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = `Row ${number + 1} of the file never ends`;
    throw invalidFile(`${where}: is there a quote (") without its partner?`);
  }
}

/** What a piece of a file holds is parsed in one go, so pieces are small. */
const pieceBytes = 16 * 1024;

/** Streams what csv-parse makes of a file, and yields by time. Throws its `CsvError`, and `Invalid`. */
async function* records(path: string, form: TextFormat): AsyncGenerator<string[] | RawRecord> {
  const parser = parse({
    ...csvOptions,
    delimiter: form.delimiter,
    quote: form.quoted ? form.quote : null,
    max_record_size: importLimits.record,
    raw: form.second !== "",
  });
  const pieces = createReadStream(path, { highWaterMark: pieceBytes });
  const text = decoded(pieces, form.encoding);
  const source = Readable.from(boundedLines(form.backslash ? unescaped(text) : text, form));
  // Errors surface in the loop below; `pipeline` closes the file when the reader stops early.
  pipeline(source, parser, () => {});
  const yieldIfLong = yieldEvery();
  let count = 0;
  try {
    for await (const found of parser as AsyncIterable<string[] | RawRecord>) {
      await yieldIfLong();
      count += 1;
      if (count > importLimits.sheetRows)
        throw invalidFile("This file has more rows than a sheet can hold.");
      yield found;
    }
  } finally {
    parser.destroy();
  }
}

/** Passes a text on. Throws `Invalid` for a line of so many cells that csv-parse should not hold them. */
async function* boundedLines(
  text: AsyncIterable<string>,
  { delimiter: sign, quoted }: TextFormat,
): AsyncGenerator<string> {
  const [delimiter, quote, lineEnds] = [sign.charCodeAt(0), quoted ? 34 : -1, [10, 13]];
  let [count, before, isQuoted] = [0, 10, false];
  for await (const piece of text) {
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      // A quote begins a cell, ends one, or is one of two inside.
      if (isQuoted) isQuoted = code !== quote;
      else if (code === delimiter) count += 1;
      else if (code === quote)
        isQuoted = before === delimiter || before === quote || lineEnds.includes(before);
      else if (lineEnds.includes(code)) count = 0;
      before = code;
      if (count > importLimits.lineDelimiters)
        throw invalidFile(`A row of this file has more than ${importLimits.columns} columns.`);
    }
    yield piece;
  }
}

/** What csv-parse gives where it is asked for `raw`. */
type RawRecord = { record: string[]; raw: string };

const cellsOf = ({ record, raw }: RawRecord, form: Dialect) =>
  splitAgain(raw, record, form) ?? record;

/** Writes `\"` as `""`; a backslash at the end of a piece waits for the next one. */
async function* unescaped(text: AsyncIterable<string>): AsyncGenerator<string> {
  let kept = "";
  for await (const piece of text) {
    const whole = kept + piece;
    const odd = (/\\+$/.exec(whole.slice(-64))?.[0].length ?? 0) % 2;
    kept = whole.slice(whole.length - odd);
    yield doubleQuotes(whole.slice(0, whole.length - odd));
  }
  yield kept;
}

/** Decodes a byte stream into text chunks. */
async function* decoded(input: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  for await (const chunk of input) yield decoder.decode(chunk);
  yield decoder.decode(new Uint8Array(), true);
}
