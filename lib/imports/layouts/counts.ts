import { findHeader } from "../columns/table.ts";
import { invalidFile, type SheetRow } from "../spreadsheet/spreadsheet.ts";
import { readYesNo } from "../vocabulary/answers.ts";
import { fold } from "../vocabulary/fold.ts";
import { monthOf } from "../vocabulary/months.ts";
import { filledCells, isDay, isNumber, isTotals } from "./cells.ts";

/** Throws `Invalid` for a sheet that counts applications and names none: headings, and only numbers below. */
export function refuseCounts(rows: readonly SheetRow[], whole: boolean): void {
  const header = findHeader([...rows.slice(0, 200)]);
  const data = rows.filter(({ number }) => number > header.row).map(filledCells);
  const numbers = data.flat().filter(({ text }) => isNumber(text)).length;
  if (!whole || header.row === 0 || numbers < 2) return;
  if (!data.flat().every(({ text }) => isCount(text))) return;
  const names = header.headings
    .filter((heading) => heading !== "")
    .slice(0, 5)
    .join(", ");
  throw invalidFile(
    `This sheet holds counts (${names}), and no company, title or address. Bring the list they were counted from, with one row for each application.`,
  );
}

const period =
  /^(week|kw|w|woche|semaine|semana|settimana|month|monat|mois|mes|mese|q|quarter|quartal|day|tag|year|jahr)?\s*#?\d{0,4}([ -]\d{1,4})?$/;

function isCount(text: string): boolean {
  const folded = fold(text);
  const [first = ""] = folded.split(" ");
  const isPeriod =
    period.test(folded) || (monthOf(first) !== undefined && folded.split(" ").length <= 2);
  return isNumber(text) || isDay(text) || isPeriod || isTotals(text) || readYesNo(text) !== null;
}
