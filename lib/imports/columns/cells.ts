import { findDates } from "../dates/find.ts";
import { noVotes, vote } from "../dates/resolve.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";
import { type CellKind, kindsOf, maxShortText, noCounts } from "./kinds.ts";

const maxValues = 400;
/** How many cells of a column are judged, and how many of a sheet, where it has many columns. */
const [maxSampled, maxSampledOfSheet] = [3000, 120_000];
/** What is read of a cell to judge its column, in characters. */
const maxJudged = 400;

/** The statistics of a column without cells. */
export const emptyStats = () => ({
  filled: 0,
  /** how many cells the kinds were counted of: the first ones */
  sampled: 0,
  ...noCounts,
  /** `statuses` counted once per distinct text, so that one frequent word does not dominate */
  statusWords: 0,
  votes: noVotes(),
  /** distinct texts and their counts, up to `maxValues` */
  values: new Map<string, number>(),
  /** the kinds of those texts, so that each is judged once */
  kinds: new Map<string, readonly CellKind[]>(),
  /** whether there are more distinct texts than `maxValues` */
  tooManyValues: false,
});

/** Statistics of one column's cells over the whole sheet. */
export type ColumnStats = ReturnType<typeof emptyStats>;

/** Adds a cell to its column's statistics; blanks and placeholders such as "n/a" are ignored. */
export function countCell(stats: ColumnStats, raw: string, columns: number): void {
  const text = normalizeSpaces(raw.slice(0, maxJudged));
  if (isBlank(text)) return;
  stats.filled += 1;
  const seen = stats.values.get(text);
  if (seen !== undefined) stats.values.set(text, seen + 1);
  else if (stats.values.size < maxValues && text.length <= 200) stats.values.set(text, 1);
  else stats.tooManyValues = true;
  if (stats.sampled < Math.min(maxSampled, maxSampledOfSheet / columns))
    sampleCell(stats, text, seen === undefined);
  else if (stats.dates > 0 && text.length <= maxShortText) countOrderVotes(stats, text);
}

function sampleCell(stats: ColumnStats, text: string, fresh: boolean): void {
  stats.sampled += 1;
  const kinds = stats.kinds.get(text) ?? kindsOf(text);
  for (const kind of kinds) stats[kind] += 1;
  if (kinds.includes("dates")) countOrderVotes(stats, text);
  if (!fresh) return;
  if (kinds.includes("statuses")) stats.statusWords += 1;
  if (stats.values.has(text)) stats.kinds.set(text, kinds);
}

/** Counts votes for day/month order, from all cells and not only the sampled ones. */
function countOrderVotes(stats: ColumnStats, text: string): void {
  if (!/\d/.test(text)) return;
  for (const date of findDates(text)) vote(stats.votes, date);
}

/** The share of the sampled cells that are of those kinds; 0 for an empty column. */
export function share(stats: ColumnStats, ...kinds: CellKind[]): number {
  return kinds.reduce((sum, kind) => sum + stats[kind], 0) / Math.max(stats.sampled, 1);
}

/** How distinct a column's texts are: 1 where no two cells agree. */
export function distinctness(stats: ColumnStats): number {
  return stats.tooManyValues ? 1 : stats.values.size / Math.max(stats.filled, 1);
}
