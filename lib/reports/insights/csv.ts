type Cells = readonly (string | number | null)[];

// A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises.
function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : (value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: Cells) => `${cells.map(cell).join(",")}\r\n`;

/**
 * A download as CSV (RFC 4180) that is written while it is read: the columns' names, then the rows of each
 * batch; with a byte order mark so that spreadsheets read UTF-8.
 */
export function csvStream(
  name: string,
  columns: readonly string[],
  batches: AsyncIterable<readonly Cells[]>,
): Response {
  const encoder = new TextEncoder();
  const texts = textsOf(columns, batches);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await texts.return();
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

/** A download of a few rows of the same keys, which name the columns. */
export function csvAnswer(
  name: string,
  rows: readonly Record<string, string | number | null>[],
): Response {
  const columns = Object.keys(rows[0] ?? {});
  async function* all() {
    yield rows.map((row) => columns.map((column) => row[column] ?? null));
  }
  return csvStream(name, columns, all());
}

async function* textsOf(columns: readonly string[], batches: AsyncIterable<readonly Cells[]>) {
  yield `\uFEFF${line(columns)}`;
  for await (const rows of batches) yield rows.map(line).join("");
}
