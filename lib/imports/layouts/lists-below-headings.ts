import { columnName } from "../columns/headings.ts";
import { isUrl } from "../columns/kinds.ts";
import { invalidFile, type SheetRow } from "../spreadsheet/spreadsheet.ts";
import { readYesNo } from "../vocabulary/answers.ts";
import { readStatus } from "../vocabulary/status.ts";
import { type Filled, filledCells, isDay, isName, isNumber, statusTitle } from "./cells.ts";

type Kind = "day" | "status";

/**
 * Days or statuses as headings, with the names of companies below each. Gives a row for each name, with its
 * day or status; null for another table. Throws `Invalid` where there is more in it than names.
 */
export function unpivoted(rows: readonly SheetRow[]): SheetRow[] | null {
  for (const [at, row] of rows.slice(0, 20).entries()) {
    const kind = headingKind(filledCells(row));
    if (!kind) continue;
    const below = rows.slice(at + 1);
    if (namesShare(below, headingsOf(row, kind)) >= 0.6) return listed(row, below, kind);
    if (kind === "day" && statusShare(below, headingsOf(row, kind)) >= 0.6) {
      throw invalidFile(
        "This sheet has days as headings and what happened on them below. Write one row for each application, with columns such as Company, Position, Date applied and Status, and bring that.",
      );
    }
  }
  return null;
}

function headingKind(filled: readonly Filled[]): Kind | null {
  if (filled.length < 2) return null;
  const days = filled.filter(({ text }) => isDay(text)).length;
  if (days >= 2 && days >= filled.length * 0.6) return "day";
  const statuses = filled.filter(({ text }) => statusTitle(text) !== null).length;
  return statuses >= 2 && statuses >= filled.length * 0.75 ? "status" : null;
}

const headingsOf = (row: SheetRow, kind: Kind): Map<number, string> =>
  new Map(
    filledCells(row).flatMap(({ at, text }) => {
      const heading = kind === "day" ? (isDay(text) ? text : null) : statusTitle(text);
      return heading ? [[at, heading] as const] : [];
    }),
  );

function cellsBelow(rows: readonly SheetRow[], headings: ReadonlyMap<number, string>): string[] {
  return rows.flatMap((row) =>
    filledCells(row).flatMap(({ at, text }) => (headings.has(at) ? [text] : [])),
  );
}

/** The share of the cells below the headings that look like names; 0 where another column holds texts. */
function namesShare(rows: readonly SheetRow[], headings: ReadonlyMap<number, string>): number {
  const others = rows.flatMap((row) =>
    filledCells(row).filter(({ at, text }) => !headings.has(at) && !isNumber(text)),
  );
  const cells = cellsBelow(rows, headings);
  if (cells.length === 0 || others.length > cells.length * 0.1) return 0;
  const names = cells.filter(
    (text) => isName(text) && !isUrl(text) && readYesNo(text) === null && !readStatus(text)?.whole,
  );
  return names.length / cells.length;
}

function statusShare(rows: readonly SheetRow[], headings: ReadonlyMap<number, string>): number {
  const cells = cellsBelow(rows, headings);
  const statuses = cells.filter((text) => readStatus(text)?.whole && readYesNo(text) === null);
  return cells.length === 0 ? 0 : statuses.length / cells.length;
}

function listed(heading: SheetRow, below: readonly SheetRow[], kind: Kind): SheetRow[] {
  const names = kind === "day" ? ["Company", "Date applied"] : ["Company", "Status"];
  const found: SheetRow[] = [{ number: 1, cells: names }];
  const taken = kind === "day" ? "day of application" : "status";
  let headings = headingsOf(heading, kind);
  for (const row of below) {
    const filled = filledCells(row);
    if (headingKind(filled) === kind) {
      headings = headingsOf(row, kind);
      continue;
    }
    for (const { at, text } of filled) {
      const above = headings.get(at);
      const name = text.replace(/^\d{1,4}\s*[.)]\s*/, "");
      if (above === undefined || !/\p{L}/u.test(name)) continue;
      const cell = `${columnName([], at).replace("Column ", "")}${row.number}`;
      const remark = `It stands below “${above}” (cell ${cell}), which is taken for its ${taken}.`;
      found.push({ number: found.length + 1, cells: [name, above], remark });
    }
  }
  return found;
}
