import type { Analysis } from "../columns/analyse.ts";
import { type ColumnTargets, guessColumns } from "../columns/guess.ts";
import { headingSenses } from "../columns/headings.ts";
import { share } from "../columns/stats.ts";
import {
  type DateOrder,
  headingOrder,
  noVotes,
  type OrderVotes,
  settledOrder,
} from "../dates/order.ts";
import { readStatus } from "../status/read.ts";
import { isBlank } from "../words/blanks.ts";
import type { Target } from "../words/targets.ts";
import { looksLikeMailbox } from "./mailbox.ts";
import { looksLikePhases } from "./phases.ts";

/**
 * What kind of list it is: sent applications, found postings, the mails of a mailbox, or the phases of
 * applications with a row for each.
 */
export type ListKind = "applications" | "saved" | "mailbox" | "phases";

/** How a file is read: first guessed, then as the person corrected it. */
export type Choices = {
  columns: ColumnTargets;
  /** how plainly the date column speaks of the application */
  applied: "named" | "general" | "entry" | "none";
  order: DateOrder | null;
  /** the person's own status words, folded → our status */
  statuses: Record<string, string>;
  kind: ListKind;
  /** whether many rows have neither date nor status, so that this is the list's way to say "saved" */
  undatedIsSaved: boolean;
  /** whether some rows say in words that they were applied to, so that silence says something else */
  saysApplied: boolean;
  /** whether pay is given in numbers, so that a word there may belong elsewhere */
  payInNumbers: boolean;
};

/** Guesses how to read the file that was analysed. */
export function guessChoices(analysis: Analysis): Choices {
  const guess = { ...guessColumns(analysis.headings, analysis.stats), order: null, statuses: {} };
  const choices = deriveChoices(analysis, guess);
  if (choices.kind !== "phases" || choices.columns.includes("applied_at")) return choices;
  // The first phase begins with the application.
  const dated = analysis.stats.findIndex((column) => share(column.dates, column) >= 0.6);
  if (dated < 0 || choices.columns[dated]) return choices;
  const columns = choices.columns.with(dated, "applied_at");
  return deriveChoices(analysis, { ...guess, columns, applied: "general" });
}

/** Works out what follows from the columns, the chosen ones or the guessed ones. */
export function deriveChoices(
  analysis: Analysis,
  chosen: Pick<Choices, "columns" | "applied" | "order" | "statuses">,
): Choices {
  return {
    ...chosen,
    order: chosen.order ?? guessOrder(analysis, chosen.columns),
    kind: kindOf(analysis, chosen.columns),
    undatedIsSaved: manyUndated(analysis, chosen.columns),
    saysApplied: speaksOfApplied(analysis, chosen.columns),
    payInNumbers: paysInNumbers(analysis, chosen.columns),
  };
}

function kindOf(analysis: Analysis, columns: ColumnTargets): ListKind {
  const has = (target: Target) => columns.includes(target);
  if (looksLikeMailbox(analysis, columns)) return "mailbox";
  if (looksLikePhases(analysis, columns)) return "phases";
  return has("applied_at") || has("posting_status") || has("marker") ? "applications" : "saved";
}

/** How plainly a heading speaks of the application's day; for a column that the person picked. */
export function appliedBy(heading: string): Choices["applied"] {
  const { general_date = 0, entry_date = 0, applied_at = 0 } = headingSenses(heading);
  if (applied_at >= Math.max(general_date, entry_date)) return "named";
  return general_date >= entry_date ? "general" : "entry";
}

const dateTargets: ReadonlySet<string> = new Set([
  "applied_at",
  "interviewed_at",
  "rejected_at",
  "marker",
]);

function guessOrder({ headings, stats }: Analysis, columns: ColumnTargets): DateOrder | null {
  const dates = columns.flatMap((target, at) => (dateTargets.has(target) ? [at] : []));
  for (const at of dates) {
    const named = headingOrder(headings[at] ?? "");
    if (named) return named;
  }
  const own = settledOrder(sum(dates.map((at) => stats[at]?.votes ?? noVotes())));
  const others = stats.filter((column) => share(column.dates, column) >= 0.6);
  return own ?? settledOrder(sum(others.map(({ votes }) => votes)));
}

/** How many dates of the chosen columns no order settles. */
export function openDates({ stats }: Analysis, columns: ColumnTargets): OrderVotes {
  return sum(
    columns.flatMap((target, at) =>
      dateTargets.has(target) && stats[at] ? [stats[at].votes] : [],
    ),
  );
}

function sum(all: OrderVotes[]): OrderVotes {
  const total = noVotes();
  for (const { dmy, mdy, open } of all) {
    total.dmy += dmy;
    total.mdy += mdy;
    total.open += open;
  }
  return total;
}

function manyUndated({ sample }: Analysis, columns: ColumnTargets): boolean {
  const at = (targets: Target[]) =>
    columns.flatMap((target, index) => (targets.includes(target as Target) ? [index] : []));
  const titles = at(["posting_title"]);
  const told = at(["applied_at", "posting_status", "marker"]);
  const says = (cells: string[], columns: number[]) =>
    columns.some((c) => !isBlank(cells[c] ?? ""));
  const titled = sample.filter(({ cells }) => says(cells, titles));
  const silent = titled.filter(({ cells }) => !says(cells, told));
  return silent.length >= 5 && silent.length >= titled.length * 0.15;
}

function speaksOfApplied({ headings, stats }: Analysis, columns: ColumnTargets): boolean {
  return columns.some((target, at) => {
    if (target === "marker") {
      return stats[at]?.filled && readStatus(headings[at] ?? "")?.meaning === "waiting";
    }
    if (target !== "posting_status") return false;
    const words = [...(stats[at]?.values.keys() ?? [])];
    return words.some((word) => readStatus(word)?.meaning === "waiting");
  });
}

function paysInNumbers({ sample }: Analysis, columns: ColumnTargets): boolean {
  const pay = columns.indexOf("pay_range");
  const cells = sample.map(({ cells }) => cells[pay] ?? "").filter((text) => !isBlank(text));
  return cells.length >= 10 && cells.filter((text) => /\d/.test(text)).length >= cells.length * 0.9;
}
