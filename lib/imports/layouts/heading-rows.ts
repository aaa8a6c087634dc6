import { headingSenses, type Senses } from "../columns/headings.ts";
import { headerScore, isData } from "../columns/table.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { fold, normalizeSpaces } from "../vocabulary/fold.ts";
import { filledCells } from "./cells.ts";

/** Rows that make up one heading: which row to keep with which cells, and which to leave out. */
export type JoinedHeading = { row: SheetRow; dropped: SheetRow };

/**
 * Two heading rows around the header row: groups above the headings, a translation, or hints on how to fill
 * in. Gives the heading of both; null where there is only one.
 */
export function joinedHeading(rows: readonly SheetRow[], header: number): JoinedHeading | null {
  const at = rows.findIndex(({ number }) => number === header);
  const [above, row, below] = [rows[at - 1], rows[at], rows[at + 1]];
  if (!row) return null;
  if (below && isGroupRow(row, below) && !recurs(below, rows.slice(at + 2))) {
    return { row: { ...row, cells: joinedCells(row, below) }, dropped: below };
  }
  if (above && headerScore(above.cells) + groupCount(above, row) > 0 && isGroupRow(above, row)) {
    return { row: { ...row, cells: joinedCells(above, row) }, dropped: above };
  }
  if (below && (isTranslation(row, below) || isHints(row, below))) return { row, dropped: below };
  return null;
}

/** How many texts of a row stand above two or more headings. */
function groupCount(groups: SheetRow, headings: SheetRow): number {
  const cells = filledCells(groups);
  // Merged cells repeat the name of their group.
  const starts = cells.flatMap(({ at, text }, nth) => (cells[nth - 1]?.text === text ? [] : [at]));
  return starts.filter((start, nth) => {
    const end = starts[nth + 1] ?? headings.cells.length;
    return filledCells(headings).filter(({ at }) => at >= start && at < end).length > 1;
  }).length;
}

const isShort = ({ text }: { text: string }) => text.length <= 60 && !isData(text);

/** Whether a row names groups of the headings below it: fewer texts, some above several headings. */
function isGroupRow(groups: SheetRow, headings: SheetRow): boolean {
  const [upper, lower] = [filledCells(groups), filledCells(headings)];
  if (upper.length < 2 || !upper.every(isShort) || !lower.every(isShort)) return false;
  const known = lower.filter(({ text }) => Object.keys(headingSenses(text)).length > 0);
  if (known.length < 2 || known.length < lower.length * 0.6) return false;
  const distinct = new Set(upper.map(({ text }) => text)).size;
  const repeated = distinct < upper.length && distinct >= 2;
  const spare = lower.filter(({ at }) => !upper.some((cell) => cell.at === at));
  return (
    (repeated || spare.length > 0) && distinct < lower.length && groupCount(groups, headings) > 0
  );
}

/** Whether a row's texts come again in their columns below it, as those of data do. */
function recurs(row: SheetRow, rows: readonly SheetRow[]): boolean {
  const texts = filledCells(row);
  const again = texts.filter(({ at, text }) =>
    rows.slice(0, 200).some(({ cells }) => normalizeSpaces(cells[at]?.slice(0, 80) ?? "") === text),
  );
  return again.length > texts.length * 0.3;
}

/** Each heading, with its group where it says too little alone ("Date") or comes twice. */
function joinedCells(groups: SheetRow, headings: SheetRow): string[] {
  const width = Math.max(groups.cells.length, headings.cells.length);
  const text = (row: SheetRow, at: number) => normalizeSpaces(row.cells[at]?.slice(0, 80) ?? "");
  const names = Array.from({ length: width }, (_, at) => text(headings, at));
  let group = "";
  return names.map((name, at) => {
    group = text(groups, at) || group;
    if (name === "") return text(groups, at);
    const twice = names.filter((other) => fold(other) === fold(name)).length > 1;
    const joined = `${group} ${name}`.trim();
    return twice || (isVague(headingSenses(name)) && isKnown(joined)) ? joined : name;
  });
}

const isVague = (senses: Senses) =>
  !Object.entries(senses).some(([sense, score]) => score >= 90 && !/_date$|^unmapped$/.test(sense));
const isKnown = (text: string) => Object.values(headingSenses(text)).some((score) => score >= 90);

/** Whether the lower row says the same headings in another language. */
function isTranslation(upper: SheetRow, lower: SheetRow): boolean {
  const known = filledCells(upper).flatMap(({ at, text }) => {
    const senses = Object.keys(headingSenses(text));
    return senses.length > 0 ? [{ at, senses }] : [];
  });
  const same = known.filter(({ at, senses }) => {
    const text = normalizeSpaces(lower.cells[at]?.slice(0, 80) ?? "");
    const other = headingSenses(text);
    return senses.some((sense) => (other[sense as keyof Senses] ?? 0) >= 75);
  });
  return same.length >= 2 && same.length >= known.length * 0.6;
}

const hint =
  /^[([].*[)\]]$|^(e\. ?g\.?|z\. ?b\.?|p\. ?ex\.?|ej\.?|example)\b|^[dmyjta]{2,4}[./-][dmyjta]{2,4}([./-][dmyjta]{2,4})?$|^(y ?\/ ?n|yes ?\/ ?no|ja ?\/ ?nein|oui ?\/ ?non|text|date|url|link|number|dropdown|drop-down|required|optional|select|choose|free text|pflichtfeld|freitext)$/i;

/** Whether a row says how to fill in the columns. */
function isHints(header: SheetRow, row: SheetRow): boolean {
  const filled = filledCells(row);
  const hints = filled.filter(({ text }) => hint.test(text.slice(0, 60)));
  return filled.length >= 2 && hints.length >= filled.length * 0.6 && headerScore(header.cells) > 0;
}
