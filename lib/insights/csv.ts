type Row = Record<string, string | number | null>;

// A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises.
function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : (value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of the same keys as CSV (RFC 4180), with a byte order mark so that spreadsheets read UTF-8. */
export function toCsv(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => cell(row[name] ?? null)).join(","));
  return `\uFEFF${[names.join(","), ...lines].join("\r\n")}\r\n`;
}

/** A download of the rows under this name. */
export function csvAnswer(name: string, rows: readonly Row[]): Response {
  return download(name, toCsv(rows));
}

type Cells = readonly (string | number | null)[];

/** A download that is written while it is read: the columns' names, then the rows of each batch. */
export function csvStream(
  name: string,
  columns: readonly string[],
  batches: AsyncIterable<readonly Cells[]>,
): Response {
  const line = (cells: Cells) => `${cells.map(cell).join(",")}\r\n`;
  async function* texts() {
    yield `\uFEFF${line(columns)}`;
    for await (const rows of batches) yield rows.map(line).join("");
  }
  const encoder = new TextEncoder();
  const chunks = texts();
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
  return download(name, body);
}

function download(name: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
