import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { importLimits } from "./limits.ts";
import { invalidFile, type SheetRow, type Spreadsheet } from "./spreadsheet.ts";
import { csvOptions, detectDelimiter, detectEncoding, type Encoding } from "./text-format.ts";

/** Opens a CSV or TSV file that begins with those bytes. Throws `Invalid` if it is no text or a web page. */
export async function openTextFile(path: string, head: Buffer): Promise<Spreadsheet> {
  const encoding = await detectEncoding(path, head);
  if (!encoding) throw invalidFile("This file is no spreadsheet: it is not text, CSV or XLSX.");
  const sample = await firstText(path, encoding);
  if (sample.trim() === "") throw invalidFile("This file is empty.");
  if (/^\s*(<!doctype|<html|<\?xml|<table)/i.test(sample)) {
    throw invalidFile(
      "This is a web page, not a spreadsheet. Save it as .xlsx or .csv and bring that.",
    );
  }
  const delimiter = detectDelimiter(sample);
  const quoted = await quotesAreClosed(path, { encoding, delimiter, quoted: true });
  return {
    kind: "text",
    encoding,
    delimiter,
    sheets: [{ name: "", hidden: false }],
    rows: () => textRows(path, { encoding, delimiter, quoted }),
    close: () => {},
  };
}

// An unclosed quote would swallow the rest of the file; such a file is read with quoting turned off.
async function quotesAreClosed(path: string, format: TextFormat): Promise<boolean> {
  try {
    for await (const _ of textRows(path, format));
    return true;
  } catch {
    return false;
  }
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  let text = "";
  for await (const piece of decoded(createReadStream(path, { end: 262_143 }), encoding))
    text += piece;
  return text.replace(/^\ufeff/, "");
}

type TextFormat = { encoding: Encoding; delimiter: string; quoted: boolean };

/** Streams the records of a CSV file. Throws `Invalid` for an unclosed quote or an oversized record. */
async function* textRows(path: string, form: TextFormat): AsyncGenerator<SheetRow> {
  const parser = parse({
    ...csvOptions,
    delimiter: form.delimiter,
    quote: form.quoted ? '"' : null,
    max_record_size: importLimits.record,
  });
  const source = Readable.from(decoded(createReadStream(path), form.encoding));
  // Errors surface in the loop below; `pipeline` closes the file when the reader stops early.
  pipeline(source, parser, () => {});
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      yield { number, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = `Row ${number + 1} of the file never ends`;
    throw invalidFile(`${where}: is there a quote (") without its partner?`);
  } finally {
    parser.destroy();
  }
}

/** Decodes a byte stream into text chunks. */
async function* decoded(input: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of input) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
