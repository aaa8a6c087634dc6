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
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
