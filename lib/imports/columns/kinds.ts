import { findDates } from "../dates/find.ts";
import { readYesNo } from "../vocabulary/answers.ts";
import { isBoard } from "../vocabulary/boards.ts";
import { fold } from "../vocabulary/fold.ts";
import { namesPlace, namesWorkMode } from "../vocabulary/places.ts";
import { namesCompany, namesEmployment, namesRole } from "../vocabulary/roles.ts";
import { readStatus } from "../vocabulary/status.ts";

/** Longer texts are sentences, and no pattern looks at them. */
export const maxShortText = 90;
const maxNameText = 60;
const minSentenceWords = 8;

const urlPattern = /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i;
const moneySigns =
  /[$€£₹¥₩]\s?\d|\d\s?[$€£₹¥₩]|\d\s?(?:k|lpa|usd|eur|gbp|chf|inr|cad|aud|pln|zl|kr)\b|\d\s?(?:\/|per |p\.?)\s?(?:h|hr|hour|yr|year|month|annum|a)\b/i;
const excelSerial = /^(3[6-9]|4\d|5[0-8])\d{3}$/;

/** Whether a text is a URL; the scheme may be missing. */
export const isUrl = (text: string) => text.length < 2100 && urlPattern.test(text);

/** What is counted of a column's cells; a cell can be of several kinds. */
export const noCounts = {
  dates: 0,
  /** the dates that are bare numbers, as a spreadsheet counts days */
  serials: 0,
  /** cells with a yes, a no or a status in place of a day */
  datelessWords: 0,
  urls: 0,
  emails: 0,
  money: 0,
  numbers: 0,
  /** single words with digits, such as the numbers of records */
  codes: 0,
  yesNo: 0,
  statuses: 0,
  /** statuses of which every word is known, and that say more than "open" or "other" */
  clearStatuses: 0,
  roles: 0,
  companies: 0,
  places: 0,
  workModes: 0,
  employments: 0,
  boards: 0,
  long: 0,
  /** texts of many words */
  sentences: 0,
};

export type CellKind = keyof typeof noCounts;

/** The kinds that a cell is of; one can be of several, and is of none where nothing is known of it. */
export function kindsOf(text: string): CellKind[] {
  const found: CellKind[] = [];
  const add = (kind: CellKind, is: boolean) => {
    if (is) found.push(kind);
  };
  const isShort = text.length <= maxShortText;
  const isDigits = isShort && /\d/.test(text);
  add("long", !isShort);
  add("sentences", text.split(" ", minSentenceWords + 1).length > minSentenceWords);
  if (isUrl(text)) return [...found, "urls"];
  if (!isShort) return found;
  const isSerial = isDigits && excelSerial.test(text);
  const isDate = isSerial || (isDigits && findDates(text).length > 0);
  const isMoney = moneySigns.test(text);
  add("dates", isDate);
  add("serials", isSerial);
  add("emails", /^\S+@\S+\.\S+$/.test(text));
  add("money", isMoney);
  add("codes", isDigits && !/\s/.test(text));
  add("numbers", isDigits && /^[\s$€£₹¥+-]*\d[\d.,\s]*[kK%]?$/.test(text));
  if (text.length > maxNameText) return found;
  return [...found, ...namesIn(text, isDate, isMoney)];
}

function namesIn(text: string, isDate: boolean, isMoney: boolean): CellKind[] {
  const isYesNo = readYesNo(text) !== null;
  const status = isYesNo || isMoney ? null : readStatus(text);
  const isClear = status?.whole && !["unclear", "open", "active"].includes(status.meaning);
  const folded = fold(text);
  const all: [CellKind, boolean | undefined][] = [
    ["yesNo", isYesNo],
    ["statuses", status !== null],
    ["clearStatuses", isClear],
    ["datelessWords", !isDate && (isYesNo || status?.whole)],
    ["roles", namesRole(folded)],
    ["companies", namesCompany(text)],
    ["places", namesPlace(text)],
    ["workModes", namesWorkMode(folded)],
    ["employments", namesEmployment(folded)],
    ["boards", isBoard(text, folded)],
  ];
  return all.flatMap(([kind, is]) => (is ? [kind] : []));
}
