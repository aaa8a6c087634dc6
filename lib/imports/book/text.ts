import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Row } from "./book.ts";
import type { Encoding } from "./encoding.ts";
import { importLimits } from "./limits.ts";
import { unreadable } from "./unreadable.ts";

export type TextForm = { encoding: Encoding; delimiter: string; quoted: boolean };

/** Streams the records of a text file. Throws `Invalid` where a record never ends. */
export async function* textRows(path: string, form: TextForm): AsyncGenerator<Row> {
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
  // Errors come out of the loop below; a reader that stops early ends the source with it.
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
    throw unreadable(`${where}: is there a quote (") without its partner?`);
  } finally {
    parser.destroy();
  }
}

/** The file as pieces of text. */
export async function* decoded(
  input: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of input) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
