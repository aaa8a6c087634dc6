import { findDates } from "../dates/find.ts";
import { noVotes, vote } from "../dates/resolve.ts";
import { isBlank, readYesNo } from "../vocabulary/answers.ts";
import { isBoard } from "../vocabulary/boards.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";
import { namesPlace, namesWorkMode } from "../vocabulary/places.ts";
import { namesCompany, namesEmployment, namesRole } from "../vocabulary/roles.ts";
import { readStatus } from "../vocabulary/status.ts";

const maxValues = 400;
const maxSampled = 3000;
/** Longer texts are sentences, and no pattern looks at them. */
const maxShortText = 90;
const maxNameText = 60;
const minSentenceWords = 8;
/** What is read of a cell to judge its column, in characters. */
const maxJudged = 400;

const urlPattern = /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i;
const moneySigns =
  /[$€£₹¥₩]\s?\d|\d\s?[$€£₹¥₩]|\d\s?(?:k|lpa|usd|eur|gbp|chf|inr|cad|aud|pln|zl|kr)\b|\d\s?(?:\/|per |p\.?)\s?(?:h|hr|hour|yr|year|month|annum|a)\b/i;
const excelSerial = /^(3[6-9]|4\d|5[0-8])\d{3}$/;

/** Whether a text is a URL; the scheme may be missing. */
export const isUrl = (text: string) => text.length < 2100 && urlPattern.test(text);

/** The counts of a column without cells. */
export function emptyStats() {
  return {
    filled: 0,
    /** how many cells the counts below were taken from: the first `maxSampled` */
    sampled: 0,
    dates: 0,
    /** the dates that are bare numbers, as a spreadsheet counts days */
    serials: 0,
    /** cells with a yes, a no or a status in place of a day */
    datelessWords: 0,
    votes: noVotes(),
    urls: 0,
    emails: 0,
    phones: 0,
    money: 0,
    numbers: 0,
    /** single words with digits, such as the numbers of records */
    codes: 0,
    yesNo: 0,
    statuses: 0,
    /** statuses of which every word is known, and that say more than "open" or "other" */
    clearStatuses: 0,
    /** `statuses` counted once per distinct text, so that one frequent word does not dominate */
    statusWords: 0,
    roles: 0,
    companies: 0,
    places: 0,
    workModes: 0,
    employments: 0,
    boards: 0,
    long: 0,
    /** texts of many words */
    sentences: 0,
    /** distinct texts and their counts, up to `maxValues` */
    values: new Map<string, number>(),
    /** whether there are more distinct texts than `maxValues` */
    tooManyValues: false,
  };
}

/** Statistics of one column's cells over the whole sheet. */
export type ColumnStats = ReturnType<typeof emptyStats>;

/** Adds a cell to its column's statistics; blanks and placeholders such as "n/a" are ignored. */
export function countCell(stats: ColumnStats, raw: string): void {
  const text = normalizeSpaces(raw.slice(0, maxJudged));
  if (isBlank(text)) return;
  stats.filled += 1;
  const seen = stats.values.get(text);
  if (seen !== undefined) stats.values.set(text, seen + 1);
  else if (stats.values.size < maxValues && text.length <= 200) stats.values.set(text, 1);
  else stats.tooManyValues = true;
  if (stats.sampled < maxSampled) sampleCell(stats, text, seen === undefined);
  else if (stats.dates > 0 && text.length <= maxShortText) countOrderVotes(stats, text);
}

function sampleCell(stats: ColumnStats, text: string, fresh: boolean): void {
  stats.sampled += 1;
  if (text.length > maxShortText) stats.long += 1;
  if (text.split(" ", minSentenceWords + 1).length > minSentenceWords) stats.sentences += 1;
  if (isUrl(text)) stats.urls += 1;
  else if (text.length <= maxShortText) countKinds(stats, text, fresh);
}

/** Counts votes for day/month order, from all cells and not only the sampled ones; whether there was a date. */
function countOrderVotes(stats: ColumnStats, text: string): boolean {
  if (!/\d/.test(text)) return false;
  const found = findDates(text);
  for (const date of found) vote(stats.votes, date);
  return found.length > 0;
}

function countKinds(stats: ColumnStats, text: string, fresh: boolean): void {
  const isSerial = excelSerial.test(text);
  const isDate = countOrderVotes(stats, text) || isSerial;
  if (isDate) stats.dates += 1;
  if (isSerial) stats.serials += 1;
  if (/^\S+@\S+\.\S+$/.test(text)) stats.emails += 1;
  const isMoney = moneySigns.test(text);
  if (isMoney) stats.money += 1;
  if (/\d/.test(text)) {
    if (!/\s/.test(text)) stats.codes += 1;
    if (/^[\s$€£₹¥+-]*\d[\d.,\s]*[kK%]?$/.test(text)) stats.numbers += 1;
    else if (!isDate && isPhone(text)) stats.phones += 1;
  }
  if (text.length <= maxNameText) countNames(stats, text, { fresh, isDate, isMoney });
}

const isPhone = (text: string) =>
  /^\+?[\d\s().\-/]{7,24}$/.test(text) && text.replace(/\D/g, "").length >= 7;

type Seen = { fresh: boolean; isDate: boolean; isMoney: boolean };

function countNames(stats: ColumnStats, text: string, { fresh, isDate, isMoney }: Seen): void {
  const isYesNo = readYesNo(text) !== null;
  const status = isYesNo || isMoney ? null : readStatus(text);
  if (isYesNo) stats.yesNo += 1;
  if (status) {
    stats.statuses += 1;
    if (fresh) stats.statusWords += 1;
    if (status.whole && !["unclear", "open", "active"].includes(status.meaning)) {
      stats.clearStatuses += 1;
    }
  }
  if (!isDate && (isYesNo || status?.whole)) stats.datelessWords += 1;
  if (namesRole(text)) stats.roles += 1;
  if (namesCompany(text)) stats.companies += 1;
  if (namesPlace(text)) stats.places += 1;
  if (namesWorkMode(text)) stats.workModes += 1;
  if (namesEmployment(text)) stats.employments += 1;
  if (isBoard(text)) stats.boards += 1;
}

/** What is counted of a column's cells. */
export type CellKind = Exclude<
  keyof ColumnStats,
  "filled" | "sampled" | "votes" | "values" | "tooManyValues"
>;

/** The share of the sampled cells that are of those kinds; 0 for an empty column. */
export function share(stats: ColumnStats, ...kinds: CellKind[]): number {
  return kinds.reduce((sum, kind) => sum + stats[kind], 0) / Math.max(stats.sampled, 1);
}

/** How distinct a column's texts are: 1 where no two cells agree. */
export function distinctness(stats: ColumnStats): number {
  return stats.tooManyValues ? 1 : stats.values.size / Math.max(stats.filled, 1);
}
