import { findDates } from "../dates/find.ts";
import { noVotes, type OrderVotes, vote } from "../dates/order.ts";
import { readStatus } from "../status/read.ts";
import { isBlank } from "../words/blanks.ts";
import { tidy } from "../words/fold.ts";
import { readMark } from "../words/marks.ts";
import { namesCompany, namesRole } from "../words/roles.ts";

/** What the cells of one column look like, counted over the whole sheet. */
export type ColumnStats = {
  filled: number;
  /** the first cells, which the counts of kinds below are taken from */
  judged: number;
  dates: number;
  votes: OrderVotes;
  urls: number;
  emails: number;
  numbers: number;
  marks: number;
  statuses: number;
  /** the same over different words, so that one frequent word does not decide */
  statusWords: number;
  roles: number;
  companies: number;
  long: number;
  /** different texts and how often they stand there; counted up to a limit */
  values: Map<string, number>;
  /** more different texts than were counted */
  many: boolean;
};

const maxValues = 400;
const mostJudged = 3000;

const urlPattern = /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i;

/** An address, possibly without its `https://`. */
export const isUrl = (text: string) => urlPattern.test(text);

export function emptyStats(): ColumnStats {
  return {
    filled: 0,
    judged: 0,
    dates: 0,
    votes: noVotes(),
    urls: 0,
    emails: 0,
    numbers: 0,
    marks: 0,
    statuses: 0,
    statusWords: 0,
    roles: 0,
    companies: 0,
    long: 0,
    values: new Map(),
    many: false,
  };
}

/** Adds a cell to its column's figures. Blank ways of writing nothing do not count. */
export function count(stats: ColumnStats, raw: string): void {
  if (isBlank(raw)) return;
  const text = tidy(raw);
  stats.filled += 1;
  const seen = stats.values.get(text);
  if (seen !== undefined) stats.values.set(text, seen + 1);
  else if (stats.values.size < maxValues && text.length <= 200) stats.values.set(text, 1);
  else stats.many = true;
  if (stats.judged < mostJudged) judge(stats, text, seen === undefined);
  else if (stats.dates > 0 && text.length <= 90) voteOn(stats, text);
}

function judge(stats: ColumnStats, text: string, fresh: boolean): void {
  stats.judged += 1;
  if (text.length > 90) stats.long += 1;
  if (isUrl(text)) stats.urls += 1;
  else if (text.length <= 90) countKind(stats, text, fresh);
}

/** The order of a file's days is settled by all of them, not by the first. */
function voteOn(stats: ColumnStats, text: string): boolean {
  if (!/\d/.test(text)) return false;
  const found = findDates(text);
  for (const date of found) vote(stats.votes, date);
  return found.length > 0;
}

function countKind(stats: ColumnStats, text: string, fresh: boolean): void {
  if (/^\S+@\S+\.\S+$/.test(text)) stats.emails += 1;
  const mark = readMark(text) !== null;
  if (mark) stats.marks += 1;
  if (/\d/.test(text)) {
    if (/^[\s$€£₹¥+-]*\d[\d.,\s]*[kK%]?$/.test(text)) stats.numbers += 1;
    if (voteOn(stats, text) || /^(3[6-9]|4\d|5[0-8])\d{3}$/.test(text)) stats.dates += 1;
  }
  if (text.length > 60) return;
  if (!mark && readStatus(text)) {
    stats.statuses += 1;
    if (fresh) stats.statusWords += 1;
  }
  if (namesRole(text)) stats.roles += 1;
  if (namesCompany(text)) stats.companies += 1;
}

/** The share of a column's judged cells; 0 in an empty column. */
export const share = (part: number, stats: ColumnStats) => (stats.judged ? part / stats.judged : 0);
