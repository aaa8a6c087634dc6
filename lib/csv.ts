/** The cells of one row: text, or a number that the app itself computed. */
export type CsvCells = readonly (string | number | null)[];

/** Makes spreadsheets detect UTF-8. */
export const byteOrderMark = "\uFEFF";

/** One line of CSV (RFC 4180); no text in it can become a formula. */
export const csvLine = (cells: CsvCells) => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = withoutFormulas(value ?? "");
  return /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel splits at the semicolon in German and French, and at the others where somebody chose so. */
const separators = /([;|\t\r\n])/;
// Spreadsheets skip blanks, quotes and invisible signs, and Excel takes East Asian wide signs for the plain ones.
const formulaStart = /^([\s"\p{Z}\p{Cc}\p{Cf}]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/**
 * CSV injection (OWASP): puts an apostrophe before what would start a formula, at the start of the text and behind each
 * character that another spreadsheet's settings take for the end of a cell.
 */
function withoutFormulas(text: string): string {
  const safe = text.split(separators).map((part) => part.replace(formulaStart, "$1'"));
  return (/^[\t\r]/.test(text) ? "'" : "") + safe.join("");
}
