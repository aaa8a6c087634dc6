import { byteOrderMark, type CsvCells, csvLine } from "../../csv.ts";

/**
 * Streams a CSV download (RFC 4180): the column names, then each batch of rows; with a byte order mark
 * so that spreadsheets detect UTF-8.
 */
export function csvStream(
  name: string,
  columns: readonly string[],
  batches: AsyncIterable<readonly CsvCells[]>,
): Response {
  const encoder = new TextEncoder();
  const chunks = csvChunks(columns, batches);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await chunks.return();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}

/** A CSV download of a few rows; the keys of the first name the columns. */
export function csvResponse(
  name: string,
  rows: readonly Record<string, string | number | null>[],
): Response {
  const columns = Object.keys(rows[0] ?? {});
  async function* oneBatch() {
    yield rows.map((row) => columns.map((column) => row[column] ?? null));
  }
  return csvStream(name, columns, oneBatch());
}

async function* csvChunks(columns: readonly string[], batches: AsyncIterable<readonly CsvCells[]>) {
  yield byteOrderMark + csvLine(columns);
  for await (const rows of batches) yield rows.map(csvLine).join("");
}
