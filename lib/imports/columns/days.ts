import { findDates } from "../dates/find.ts";
import { decideOrder } from "../dates/resolve.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { type ColumnStats, share } from "./cells.ts";
import { type Column, fieldStrength } from "./column.ts";
import { namesSending } from "./markers.ts";

/**
 * What the days of a column are by its heading, the likeliest for the application first; `other` days are of
 * something else, such as a deadline.
 */
const dayKinds = ["applied", "general", "contact", "unnamed", "entry", "hint", "other"] as const;
export type DayKind = (typeof dayKinds)[number];

export type DayColumn = { column: Column; kind: DayKind };

/** Whether a column's cells are days, apart from words in their place such as "no" or "not yet". */
function holdsDays({ stats }: Column, named: boolean): boolean {
  const { dates, sampled, datelessWords } = stats;
  if (dates === 0) return false;
  const others = sampled - dates - datelessWords;
  return others <= dates && (named || dates >= sampled * 0.15);
}

/** As many columns of days as anyone has; of further ones the days are not compared. */
const maxCompared = { columns: 12, rows: 60 };

/** The columns of days with what they are, the likeliest for the application first. */
export function dayColumns(columns: readonly Column[], rows: readonly SheetRow[]): DayColumn[] {
  const found = columns.flatMap((column) => {
    const kind = kindOf(column);
    return kind ? [{ column, kind, days: [] as Days }] : [];
  });
  const rank = ({ kind }: DayColumn) => dayKinds.indexOf(kind);
  found.sort((a, b) => rank(a) - rank(b));
  const likely = found.slice(0, maxCompared.columns);
  for (const day of likely) day.days = daysOf(day.column, rows);
  likely.sort((a, b) => rank(a) - rank(b) || compareDays(a, b, rows.length));
  const distinct = likely.filter(
    (day, at) => !likely.slice(0, at).some((other) => sameDays(other, day)),
  );
  return [...distinct, ...found.slice(maxCompared.columns)].map(({ column, kind }) => ({
    column,
    kind,
  }));
}

function kindOf(column: Column): DayKind | null {
  const { senses } = column;
  const { applied_at = 0, interviewed_at = 0, rejected_at = 0, unmapped = 0 } = senses;
  const { contact_date = 0, found_date = 0, later_date = 0, entry_date = 0 } = senses;
  const { general_date = 0, answer_date = 0, other_day = 0 } = senses;
  if (!holdsDays(column, applied_at >= 60)) return null;
  const outcome = Math.max(interviewed_at, rejected_at, answer_date);
  if (applied_at >= 60 && applied_at >= Math.max(unmapped, outcome)) return "applied";
  if (outcome >= 60) return "other";
  if (contact_date >= 60) return "contact";
  if (Math.max(found_date, later_date) >= 60) return "hint";
  if (other_day >= 60) return "other";
  if (unmapped >= 60) return entry_date >= 60 ? "entry" : "hint";
  if (entry_date >= 60) return "entry";
  if (general_date >= 90 || namesSending(column.heading)) return "general";
  const named = Math.max(general_date, entry_date, applied_at, contact_date) > 0;
  if (!named && column.stats.serials > 0) return null;
  if (!named && fieldStrength(column) >= 60 && !isOnlyDays(column)) return null;
  return entry_date > general_date ? "entry" : "unnamed";
}

/** Whether the cells are days so clearly that no other field can be meant. */
const isOnlyDays = ({ stats }: Column) =>
  share(stats, "dates") >= 0.8 && share(stats, "statuses") < 0.5;

const filledShare = (stats: ColumnStats, rows: number) => stats.filled / Math.max(rows, 1);

/** A day of each row as a number, or null. */
type Days = (number | null)[];
type Compared = { column: Column; days: Days };

const daysOf = ({ at, stats }: Column, rows: readonly SheetRow[]): Days =>
  rows.slice(0, maxCompared.rows).map(({ cells }) => dayNumber(cells[at] ?? "", stats));

/** Of two columns of one kind the fuller goes first, then the one whose days come first in most rows. */
function compareDays(a: Compared, b: Compared, rows: number): number {
  const fuller = filledShare(b.column.stats, rows) - filledShare(a.column.stats, rows);
  if (Math.abs(fuller) > 0.3) return fuller;
  let [earlier, later] = [0, 0];
  for (const [one, other] of dayPairs(a, b)) {
    if (one < other) earlier += 1;
    if (one > other) later += 1;
  }
  return later - earlier || a.column.at - b.column.at;
}

function sameDays(a: Compared, b: Compared): boolean {
  const pairs = dayPairs(a, b);
  const same = pairs.filter(([one, other]) => one === other).length;
  const within = b.column.stats.filled <= a.column.stats.filled * 1.1;
  return within && pairs.length >= 2 && same >= pairs.length * 0.9;
}

function dayPairs(a: Compared, b: Compared): [number, number][] {
  return a.days.flatMap((one, row) => {
    const other = b.days[row];
    return one && other ? [[one, other] as [number, number]] : [];
  });
}

/** A number by which days can be compared, or null; ambiguous ones are read as most of their column. */
function dayNumber(cell: string, stats: ColumnStats): number | null {
  const text = cell.trim();
  if (text === "" || text.length > 60) return null;
  const [found] = findDates(text);
  if (found?.kind === "instant") {
    const day = new Date(found.millis);
    return asNumber(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  }
  if (found?.kind === "day") return asNumber(found.year, found.month, found.day);
  if (found?.kind !== "pair") return null;
  const dayFirst = found.dots || decideOrder(stats.votes) === "dmy";
  const [month, day] = dayFirst ? [found.second, found.first] : [found.first, found.second];
  return asNumber(found.year, month, day);
}

const asNumber = (year: number, month: number, day: number) => (year * 12 + month) * 31 + day;

/** The score of each kind as the day of application; days of something else are never taken unasked. */
export const dayScores: Record<DayKind, number> = {
  applied: 90,
  general: 80,
  contact: 70,
  unnamed: 60,
  entry: 50,
  hint: 40,
  other: 0,
};

/** Whether so few cells of a named column are days that another reading of it is likelier. */
export const saysWhen = ({ senses, stats }: Column) =>
  (senses.applied_at ?? 0) >= 60 && share(stats, "yesNo", "statuses", "boards", "urls") < 0.3;
