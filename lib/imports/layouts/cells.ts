import { isData } from "../columns/table.ts";
import { findDates } from "../dates/find.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { fold, normalizeSpaces } from "../vocabulary/fold.ts";
import { readStatus } from "../vocabulary/status.ts";

/** The longest text that is looked at as a heading or a title. */
const maxTitleChars = 80;

export type Filled = { at: number; text: string };

/** A row's filled cells, normalised; long texts are cut, as only headings and titles are looked for. */
export function filledCells(row: SheetRow): Filled[] {
  return row.cells.flatMap((cell, at) => {
    const text = normalizeSpaces(cell.slice(0, 400));
    return isBlank(text) ? [] : [{ at, text }];
  });
}

/** The row's only text, also where merged cells repeat it; null if it has none or several. */
export function onlyText(filled: readonly Filled[]): Filled | null {
  const [first] = filled;
  const same = first !== undefined && filled.every(({ text }) => text === first.text);
  return same && first.text.length <= maxTitleChars ? first : null;
}

/** A count, such as 12, 3.5 or 65%. */
export const isNumber = (text: string) =>
  /^[-+]?(\d{1,3}([.,\s]\d{3}){1,4}|\d{1,15})([.,]\d{1,6})?%?$/.test(text);

/** Whether a text is a day and nothing else. */
export function isDay(text: string): boolean {
  if (text.length > 40 || !/\d/.test(text) || isNumber(text)) return false;
  const words = text
    .replace(/[\d\s.,:/T()-]+/g, " ")
    .trim()
    .split(" ").length;
  return words <= 3 && findDates(text).length === 1;
}

/** A title that names a status: its words without counts and ornaments, or null. */
export function statusTitle(text: string): string | null {
  const title = text
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/^[^\p{L}]+|[^\p{L}?!]+$/gu, "")
    .replace(/^(status|stage|stand|statut|estado|stato)\s*[:–-]\s*/i, "")
    .trim();
  if (title === "" || title.length > 40) return null;
  return [title, singular(title)].find((form) => readStatus(form)?.whole) ?? null;
}

/** A participle as the lists of statuses have it, where a title is in the plural: "Rechazadas", "Refusées". */
const singular = (title: string) =>
  title
    .toLowerCase()
    .replace(/([ai])d(as|os|a)\b/g, "$1do")
    .replace(/ée?s?(?!\p{L})/gu, "é")
    .replace(/([aiu])t[aei]\b/g, "$1to")
    .replace(/([^s])s\b/g, "$1");

const totals =
  /^(grand |sub ?)?(total|totals|totale|totales|totaux|sum|summe|insgesamt|gesamt|gesamtzahl|anzahl|count|counts|average|avg|mean|median|subtotal|toplam|totaal|suma|somme|soma|razem|celkem|osszesen|итого|всего|合计|合計|总计|總計|総計|합계|총)(\s|$)/;

const counted =
  /^\d+ (in )?(total|applications?|jobs?|companies|entries|rows|bewerbungen|firmen|stellen|eintrage|candidatures?|offres?|postulaciones|ofertas|candidaturas|vagas|candidature|sollicitaties|aplikacji)$/;

/** Whether a text heads a line of totals, or is one ("12 applications"). */
export function isTotals(text: string): boolean {
  const folded = fold(text);
  return totals.test(folded) || counted.test(folded);
}

/** Whether a text is somebody's name rather than data: letters, no day, address, number or status. */
export const isName = (text: string) =>
  text.length <= 120 && /\p{L}{2}/u.test(text) && !isData(text) && !isDay(text);
