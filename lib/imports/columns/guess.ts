import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import type { HeadingTarget } from "../vocabulary/headings.ts";
import { sharedTargets, type Target, targets } from "../vocabulary/targets.ts";
import { assignBest } from "./assignment.ts";
import type { ColumnStats } from "./cells.ts";
import { type Column, columnsOf, isUnnamed } from "./column.ts";
import { type DayColumn, dayColumns, dayScores, saysWhen } from "./days.ts";
import { cellsEvidence, cellsFit } from "./evidence.ts";
import { isMarker } from "./markers.ts";

/** The target field of each column, in sheet order; "" puts its cells into the comment. */
export type ColumnTargets = (Target | "")[];

export type ColumnGuess = {
  columns: ColumnTargets;
  /** evidence that the date column is the application's: its heading, any date, the date of entry */
  applied: "named" | "general" | "entry" | "none";
};

const fields = targets.filter((target): target is HeadingTarget => target !== "marker");
/** Below this a pair of column and field is no better than keeping the cells in the comment. */
const leastScore = 20;
/** What a heading must say for a further column of a field that several may share. */
const leastShared = 60;

/** Column assignment: every column is scored for every field, and the best sum of scores wins. */
export function guessColumns(
  headings: readonly string[],
  stats: readonly ColumnStats[],
  rows: readonly SheetRow[],
): ColumnGuess {
  const all = columnsOf(headings, stats);
  const guessed: ColumnTargets = all.map((column) => (isMarker(column) ? "marker" : ""));
  const open = all.filter(({ at }) => guessed[at] === "");
  const days = dayColumns(open, rows);
  const scores = scoresOf(open, days, guessed.includes("marker"));
  const chosen = assignBest(scores);
  for (const [row, target] of fields.entries()) {
    const column = open[chosen[row] ?? -1];
    if (column) guessed[column.at] = target;
  }
  for (const column of open) {
    if (guessed[column.at] === "") guessed[column.at] = furtherTarget(column, guessed);
  }
  return { columns: guessed, applied: evidenceOf(guessed, all, days) };
}

/** The score of each field (row) for each column. */
function scoresOf(
  open: readonly Column[],
  days: readonly DayColumn[],
  marked: boolean,
): number[][] {
  const scored = fields.map((target) => open.map((column) => fieldScore(target, column)));
  const status = scored[fields.indexOf("posting_status")] ?? [];
  const tracked = marked || status.some((score) => score >= leastScore);
  const adverts = !tracked && open.some(({ senses }) => (senses.advert ?? 0) >= leastShared);
  scored[fields.indexOf("applied_at")] = open.map((column) =>
    adverts && isEntry(column, days) ? 0 : dayScore(column, days, tracked),
  );
  return scored.map((row) => row.map((score) => (score < leastScore ? 0 : score)));
}

function fieldScore(target: HeadingTarget, column: Column): number {
  const { senses, stats, at } = column;
  const { unmapped = 0, [target]: heading = 0, answer_date = 0 } = senses;
  const said = target === "rejected_at" ? Math.max(heading, answer_date * 0.7) : heading;
  const named = said > unmapped && cellsFit(target, column) ? said : 0;
  const days = target === "interviewed_at" || target === "rejected_at";
  if (days && stats.filled > 0 && stats.dates < stats.sampled * 0.4) return 0;
  // An empty column takes a field only where no filled one can; of two alike the fuller and the earlier wins.
  const weight = stats.filled === 0 ? 0.3 : 1;
  const found = named > 0 ? named * weight : cellsEvidence(target, column);
  return found > 0 ? found + Math.min(stats.filled, 1000) / 500 - Math.min(at, 500) / 1000 : 0;
}

const isEntry = (column: Column, days: readonly DayColumn[]) =>
  days.some((day) => day.column === column && day.kind === "entry");

/** The score of a column as the day of application; `tracked` if the list has a status or marks. */
function dayScore(column: Column, days: readonly DayColumn[], tracked: boolean): number {
  const { senses, stats } = column;
  const rank = days.findIndex((day) => day.column === column);
  const { kind } = days[rank] ?? {};
  if (kind === undefined) {
    const named = stats.filled === 0 || saysWhen(column) ? (senses.applied_at ?? 0) : 0;
    const empty = stats.filled === 0 ? Math.max(named, (senses.general_date ?? 0) * 0.8) : named;
    return (senses.unmapped ?? 0) >= empty ? 0 : empty * 0.3;
  }
  const only = days.filter((day) => day.kind !== "other").length === 1;
  if (kind === "hint" && !(only && tracked)) return 0;
  if (kind === "unnamed" && !tracked && !(only || isUnnamed(column))) return 0;
  // The order of `days` decides between columns of one kind.
  return dayScores[kind] === 0 ? 0 : dayScores[kind] + (senses.applied_at ?? 0) / 10 - rank / 10;
}

/** The shared target that a column joins besides the first of that target, or "". */
function furtherTarget(column: Column, guessed: ColumnTargets): Target | "" {
  const { senses } = column;
  const joined = fields
    .filter((target) => sharedTargets.has(target) && guessed.includes(target))
    .filter((target) => (senses[target] ?? 0) >= leastShared && cellsFit(target, column))
    .filter((target) => (senses[target] ?? 0) > (senses.unmapped ?? 0));
  return joined.sort((a, b) => (senses[b] ?? 0) - (senses[a] ?? 0))[0] ?? "";
}

function evidenceOf(
  guessed: ColumnTargets,
  columns: readonly Column[],
  days: readonly DayColumn[],
): ColumnGuess["applied"] {
  const column = columns[guessed.indexOf("applied_at")];
  if (!column) return "none";
  const kind = days.find((day) => day.column === column)?.kind;
  if (kind === "applied" || (!kind && (column.senses.applied_at ?? 0) >= 60)) return "named";
  return kind === "entry" || kind === "hint" ? "entry" : "general";
}
