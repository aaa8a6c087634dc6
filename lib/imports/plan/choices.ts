import type { Analysis } from "../columns/analysis.ts";
import { type ColumnStats, share } from "../columns/cells.ts";
import { type ColumnGuess, type ColumnTargets, guessColumns } from "../columns/guess.ts";
import { headingSenses } from "../columns/headings.ts";
import { findDates } from "../dates/find.ts";
import {
  type DateOrder,
  decideOrder,
  headingOrder,
  noVotes,
  type OrderVotes,
} from "../dates/resolve.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { readStatus } from "../vocabulary/status.ts";
import type { Target } from "../vocabulary/targets.ts";
import { looksLikeMailbox } from "./mailbox.ts";
import { looksLikePhases } from "./phases.ts";

/**
 * The kind of list: applications, saved postings, messages of a mailbox, or phases (one row per phase
 * of an application).
 */
export type ListKind = "applications" | "saved" | "mailbox" | "phases";

/** How a file is read: guessed, then corrected by the person. Stored as JSON with the batch. */
export type Choices = {
  columns: ColumnTargets;
  /** evidence that the date column is the application's */
  applied: ColumnGuess["applied"];
  order: DateOrder | null;
  /** the person's status words (folded) → posting status */
  statuses: Record<string, string>;
  kind: ListKind;
  /** whether many rows have neither date nor status; such rows then count as saved */
  undatedIsSaved: boolean;
  /** whether some rows state that they were applied to; rows without a word then were not */
  saysApplied: boolean;
  /** whether pay is numeric; a word there then suggests shifted cells */
  payInNumbers: boolean;
  /** what counts where nearly all days of application stand in rows that were not sent; else absent */
  dayOrStatus?: "day" | "status" | undefined;
};

/** The initial choices for an analysed file. */
export function guessChoices(analysis: Analysis): Choices {
  const guess = {
    ...guessColumns(analysis.headings, analysis.stats, analysis.sample),
    order: null,
    statuses: {},
  };
  const choices = deriveChoices(analysis, guess);
  if (choices.kind !== "phases" || choices.columns.includes("applied_at")) return choices;
  // In a list of phases the first date of a group is the application's.
  const dated = analysis.stats.findIndex((column) => share(column, "dates") >= 0.6);
  if (dated < 0 || choices.columns[dated]) return choices;
  const columns = choices.columns.with(dated, "applied_at");
  return deriveChoices(analysis, { ...guess, columns, applied: "general" });
}

/** Completes the choices: what follows from the guessed or chosen columns. */
export function deriveChoices(
  analysis: Analysis,
  chosen: Pick<Choices, "columns" | "applied" | "order" | "statuses" | "dayOrStatus">,
): Choices {
  const choices = {
    ...chosen,
    order: chosen.order ?? guessOrder(analysis, chosen.columns),
    kind: listKind(analysis, chosen.columns),
    undatedIsSaved: manyUndated(analysis, chosen.columns),
    saysApplied: anyRowSaysApplied(analysis, chosen.columns),
    payInNumbers: payIsNumeric(analysis, chosen.columns),
    dayOrStatus: undefined,
  };
  return daysContradictStatus(analysis, choices)
    ? { ...choices, dayOrStatus: chosen.dayOrStatus ?? "status" }
    : choices;
}

const minContradicting = 3;

/** Whether nearly every row with a day of application has a status that says it was not sent. */
function daysContradictStatus({ sample }: Analysis, { applied, columns }: Choices): boolean {
  if (applied !== "named") return false;
  const texts = (cells: string[], wanted: Target) =>
    columns.flatMap((target, at) => (target === wanted ? [(cells[at] ?? "").slice(0, 90)] : []));
  const dated = sample.filter(({ cells }) =>
    texts(cells, "applied_at").some((text) => findDates(text).length > 0),
  );
  const unsent = dated.filter(({ cells }) => {
    const meanings = texts(cells, "posting_status").flatMap((text) => readStatus(text) ?? []);
    return meanings.length > 0 && meanings.every(({ meaning }) => meaning === "saved");
  });
  return unsent.length >= minContradicting && unsent.length >= dated.length * 0.9;
}

function listKind(analysis: Analysis, columns: ColumnTargets): ListKind {
  const has = (target: Target) => columns.includes(target);
  if (looksLikeMailbox(analysis, columns)) return "mailbox";
  if (looksLikePhases(analysis, columns)) return "phases";
  return has("applied_at") || has("posting_status") || has("marker") ? "applications" : "saved";
}

/** `Choices.applied` for a date column that the person picked, by its heading. */
export function dateColumnEvidence(heading: string): Choices["applied"] {
  const { general_date = 0, entry_date = 0, applied_at = 0 } = headingSenses(heading);
  if (applied_at >= Math.max(general_date, entry_date)) return "named";
  return general_date >= entry_date ? "general" : "entry";
}

/** The targets whose columns hold days. */
export const dateTargets: ReadonlySet<string> = new Set([
  "applied_at",
  "interviewed_at",
  "rejected_at",
  "marker",
]);

function guessOrder(analysis: Analysis, columns: ColumnTargets): DateOrder | null {
  const stated = columns.map((target, at) =>
    dateTargets.has(target) ? headingOrder(analysis.headings[at] ?? "") : null,
  );
  const others = analysis.stats.filter((column) => share(column, "dates") >= 0.6);
  return (
    stated.find((order) => order !== null) ??
    decideOrder(orderVotes(analysis, columns)) ??
    decideOrder(sum(others))
  );
}

/** The day/month votes of the chosen date columns; `open` counts the ambiguous dates. */
export function orderVotes({ stats }: Analysis, columns: ColumnTargets): OrderVotes {
  return sum(stats.filter((_, at) => dateTargets.has(columns[at] ?? "")));
}

function sum(columns: ColumnStats[]): OrderVotes {
  const total = noVotes();
  for (const { votes } of columns) {
    total.dmy += votes.dmy;
    total.mdy += votes.mdy;
    total.open += votes.open;
  }
  return total;
}

function manyUndated({ sample }: Analysis, columns: ColumnTargets): boolean {
  const says = (cells: string[], ...targets: ColumnTargets) =>
    columns.some((target, at) => targets.includes(target) && !isBlank(cells[at] ?? ""));
  const titled = sample.filter(({ cells }) => says(cells, "posting_title"));
  const silent = titled.filter(
    ({ cells }) => !says(cells, "applied_at", "posting_status", "marker"),
  );
  return silent.length >= 5 && silent.length >= titled.length * 0.15;
}

function anyRowSaysApplied({ headings, stats }: Analysis, columns: ColumnTargets): boolean {
  return columns.some((target, at) => {
    if (target === "marker") {
      return stats[at]?.filled && readStatus(headings[at] ?? "")?.meaning === "waiting";
    }
    if (target !== "posting_status") return false;
    const words = [...(stats[at]?.values.keys() ?? [])];
    return words.some((word) => readStatus(word)?.meaning === "waiting");
  });
}

function payIsNumeric({ sample }: Analysis, columns: ColumnTargets): boolean {
  const pay = columns.indexOf("pay_range");
  const cells = sample.map(({ cells }) => cells[pay] ?? "").filter((text) => !isBlank(text));
  return cells.length >= 10 && cells.filter((text) => /\d/.test(text)).length >= cells.length * 0.9;
}
