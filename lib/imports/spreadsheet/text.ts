import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Encoding } from "./encoding.ts";
import { invalidFile } from "./invalid-file.ts";
import { importLimits } from "./limits.ts";
import type { SheetRow } from "./spreadsheet.ts";

export type TextFormat = { encoding: Encoding; delimiter: string; quoted: boolean };

/** Streams the records of a CSV file. Throws `Invalid` for an unclosed quote or an oversized record. */
export async function* textRows(path: string, form: TextFormat): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter: form.delimiter,
    quote: form.quoted ? '"' : null,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
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
export async function* decoded(
  input: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of input) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
