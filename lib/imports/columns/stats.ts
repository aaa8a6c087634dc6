import { findDates } from "../dates/find.ts";
import { noVotes, type OrderVotes, vote } from "../dates/resolve.ts";
import { isBlank, readYesNo } from "../vocabulary/answers.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";
import { namesCompany, namesRole } from "../vocabulary/roles.ts";
import { readStatus } from "../vocabulary/status.ts";

/** Statistics of one column's cells over the whole sheet. */
export type ColumnStats = {
  filled: number;
  /** how many cells the counts below were taken from: the first `maxSampled` */
  sampled: number;
  dates: number;
  votes: OrderVotes;
  urls: number;
  emails: number;
  numbers: number;
  yesNo: number;
  statuses: number;
  /** `statuses` counted once per distinct text, so that one frequent word does not dominate */
  statusWords: number;
  roles: number;
  companies: number;
  long: number;
  /** distinct texts and their counts, up to `maxValues` */
  values: Map<string, number>;
  /** whether there are more distinct texts than `maxValues` */
  tooManyValues: boolean;
};

const maxValues = 400;
const maxSampled = 3000;

const urlPattern = /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i;

/** Whether a text is a URL; the scheme may be missing. */
export const isUrl = (text: string) => urlPattern.test(text);

export function emptyStats(): ColumnStats {
  return {
    filled: 0,
    sampled: 0,
    dates: 0,
    votes: noVotes(),
    urls: 0,
    emails: 0,
    numbers: 0,
    yesNo: 0,
    statuses: 0,
    statusWords: 0,
    roles: 0,
    companies: 0,
    long: 0,
    values: new Map(),
    tooManyValues: false,
  };
}

/** Adds a cell to its column's statistics; blanks and placeholders such as "n/a" are ignored. */
export function countCell(stats: ColumnStats, raw: string): void {
  if (isBlank(raw)) return;
  const text = normalizeSpaces(raw);
  stats.filled += 1;
  const seen = stats.values.get(text);
  if (seen !== undefined) stats.values.set(text, seen + 1);
  else if (stats.values.size < maxValues && text.length <= 200) stats.values.set(text, 1);
  else stats.tooManyValues = true;
  if (stats.sampled < maxSampled) sampleCell(stats, text, seen === undefined);
  else if (stats.dates > 0 && text.length <= 90) countOrderVotes(stats, text);
}

function sampleCell(stats: ColumnStats, text: string, fresh: boolean): void {
  stats.sampled += 1;
  if (text.length > 90) stats.long += 1;
  if (isUrl(text)) stats.urls += 1;
  else if (text.length <= 90) countKind(stats, text, fresh);
}

/** Counts votes for day/month order, from all cells and not only the sampled ones; whether there was a date. */
function countOrderVotes(stats: ColumnStats, text: string): boolean {
  if (!/\d/.test(text)) return false;
  const found = findDates(text);
  for (const date of found) vote(stats.votes, date);
  return found.length > 0;
}

function countKind(stats: ColumnStats, text: string, fresh: boolean): void {
  if (/^\S+@\S+\.\S+$/.test(text)) stats.emails += 1;
  const isYesNo = readYesNo(text) !== null;
  if (isYesNo) stats.yesNo += 1;
  if (/\d/.test(text)) {
    if (/^[\s$€£₹¥+-]*\d[\d.,\s]*[kK%]?$/.test(text)) stats.numbers += 1;
    if (countOrderVotes(stats, text) || /^(3[6-9]|4\d|5[0-8])\d{3}$/.test(text)) stats.dates += 1;
  }
  if (text.length > 60) return;
  if (!isYesNo && readStatus(text)) {
    stats.statuses += 1;
    if (fresh) stats.statusWords += 1;
  }
  if (namesRole(text)) stats.roles += 1;
  if (namesCompany(text)) stats.companies += 1;
}

/** A count as a share of the sampled cells; 0 for an empty column. */
export const share = (part: number, stats: ColumnStats) =>
  stats.sampled ? part / stats.sampled : 0;
