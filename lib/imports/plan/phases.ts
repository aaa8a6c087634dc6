import type { Analysis } from "../columns/analysis.ts";
import type { ColumnTargets } from "../columns/guess.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { foldName, wordKey } from "../vocabulary/fold.ts";
import { readStatus } from "../vocabulary/status.ts";
import { cellText, type Layout, RowCells } from "./layout.ts";

/**
 * Phase list detection: whether each row is one phase of an application, as charting templates want. Rows
 * of a company are adjacent and their status changes from row to row.
 */
export function looksLikePhases({ sample }: Analysis, columns: ColumnTargets): boolean {
  const name = columns.indexOf("company_name");
  const status = columns.lastIndexOf("posting_status");
  if (name < 0 || status < 0 || columns.includes("posting_title")) return false;
  if (columns.includes("posting_url_full")) return false;
  const groups: string[][] = [];
  const names = new Set<string>();
  let last = "";
  for (const { cells } of sample) {
    const key = foldName(cells[name] ?? "");
    if (key === "" || (key !== last && names.has(key))) return false;
    if (key !== last) groups.push([]);
    groups.at(-1)?.push(wordKey(cells[status] ?? ""));
    names.add(key);
    last = key;
  }
  const several = groups.filter((group) => group.length > 1);
  const moving = several.filter((group) => new Set(group).size === group.length);
  const stages = several.flat().filter((word) => readStatus(word)).length;
  return (
    several.length >= 3 &&
    several.length >= groups.length * 0.3 &&
    moving.length >= several.length * 0.7 &&
    several.some((group) => group.length > 2) &&
    stages >= several.flat().length * 0.7
  );
}

/**
 * Merges adjacent rows of a company into one: the first application date, the last status; cells without
 * a field are joined by line breaks.
 */
export async function* mergePhases(
  rows: AsyncIterable<SheetRow>,
  layout: Layout,
): AsyncGenerator<SheetRow> {
  const name = layout.columns("company_name")[0] ?? 0;
  let group: SheetRow[] = [];
  for await (const row of rows) {
    const [first] = group;
    if (first && foldName(first.cells[name] ?? "") !== foldName(row.cells[name] ?? "")) {
      yield mergeRows(group, layout);
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield mergeRows(group, layout);
}

function mergeRows(group: SheetRow[], layout: Layout): SheetRow {
  const [first] = group as [SheetRow];
  const last = group.at(-1) ?? first;
  const width = Math.max(...group.map(({ cells }) => cells.length));
  const statuses = layout.columns("posting_status");
  const cells = Array.from({ length: width }, (_, at) => {
    const target = layout.targets[at];
    if (target === "applied_at" || target === "company_name") return first.cells[at] ?? "";
    if (target === "posting_status") return at === statuses.at(-1) ? (last.cells[at] ?? "") : "";
    const texts = group.map((row) => cellText(row.cells[at] ?? "")).filter((text) => text !== "");
    return target ? (texts[0] ?? "") : texts.join("\n");
  });
  return { number: first.number, cells, steps: group.map((row) => phaseText(row, layout)) };
}

function phaseText({ cells }: SheetRow, layout: Layout): string {
  const row = new RowCells(layout, cells);
  return [...row.all("applied_at"), ...row.all("posting_status")].join(" ");
}
