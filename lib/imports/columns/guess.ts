import { foldHeading } from "../vocabulary/fold.ts";
import { namesRole } from "../vocabulary/roles.ts";
import { readStatus } from "../vocabulary/status.ts";
import { sharedTargets, type Target } from "../vocabulary/targets.ts";
import { type HeadingSense, headingSenses, type Senses } from "./headings.ts";
import { type ColumnStats, share } from "./stats.ts";

/** The target field of each column, in sheet order; "" puts its cells into the comment. */
export type ColumnTargets = (Target | "")[];

export type ColumnGuess = {
  columns: ColumnTargets;
  /** evidence that the date column is the application's: its heading, any date, the date of entry */
  applied: "named" | "general" | "entry" | "none";
};

type Column = { at: number; heading: string; senses: Senses; stats: ColumnStats };

/** Column assignment: guesses each column's target field from its heading and its cells. */
export function guessColumns(headings: string[], stats: ColumnStats[]): ColumnGuess {
  const columns = headings.map((heading, at) => ({
    at,
    heading,
    senses: headingSenses(heading),
    stats: stats[at] as ColumnStats,
  }));
  const chosen: ColumnTargets = headings.map(() => "");
  const taken = new Set<Target>();
  const assign = (column: Column, target: Target) => {
    chosen[column.at] = target;
    taken.add(target);
  };
  const unassigned = () => columns.filter((column) => chosen[column.at] === "");

  for (const column of columns) if (isMarker(column)) assign(column, "marker");
  assignByHeading(unassigned, taken, assign);
  const applied = assignDateColumn(unassigned, taken, assign);
  assignByCells(unassigned, taken, assign);
  const found = applied === "none" && taken.has("applied_at") ? "general" : applied;
  return { columns: chosen, applied: found };
}

type AssignColumn = (column: Column, target: Target) => void;
type UnassignedColumns = () => Column[];

/** Whether a heading names a stage or outcome and the cells mark it, by yes/no or by date. */
function isMarker({ heading, senses, stats }: Column): boolean {
  const name = heading.replace(/\?/g, "").replace(/\([^)]*\)/g, " ");
  const reading =
    readStatus(name) ?? (/^(phone|recruiter|hr|campus)$/i.test(name.trim()) && "named");
  if (!reading || (reading !== "named" && !reading.whole)) return false;
  const { applied_at = 0, unmapped = 0, interviewed_at = 0, posting_status = 0 } = senses;
  const dated = share(stats.dates, stats) >= 0.6;
  if (unmapped === 100 || posting_status === 100) return false;
  if (dated && (applied_at >= 60 || interviewed_at === 100 || (senses.rejected_at ?? 0) >= 60))
    return false;
  if (stats.filled === 0) return reading !== "named" && interviewed_at < 100 && applied_at < 100;
  const general =
    reading !== "named" && ["saved", "open", "active", "unclear"].includes(reading.meaning);
  return share(stats.dates + stats.yesNo + (general ? 0 : stats.statuses), stats) >= 0.6;
}

function assignByHeading(
  unassigned: UnassignedColumns,
  taken: Set<Target>,
  assign: AssignColumn,
): void {
  const bids: { column: Column; target: Target; score: number }[] = [];
  for (const column of unassigned()) {
    const { unmapped = 0 } = column.senses;
    for (const [sense, score] of Object.entries(column.senses) as [HeadingSense, number][]) {
      if (sense === "unmapped" || sense === "general_date" || sense === "entry_date") continue;
      if (unmapped >= score || !cellsFit(sense, column)) continue;
      bids.push({ column, target: sense, score: score + fillScore(column) });
    }
  }
  bids.sort((a, b) => b.score - a.score || a.column.at - b.column.at);
  const done = new Set<number>();
  for (const { column, target, score } of bids) {
    if (done.has(column.at)) continue;
    if (taken.has(target) && !(sharedTargets.has(target) && score >= 60)) continue;
    assign(column, target);
    done.add(column.at);
  }
}

// Of two columns with the same heading, the one with more filled cells wins.
const fillScore = ({ stats }: Column) =>
  Math.min(stats.filled, 1000) / 1000 - (stats.filled ? 0 : 2);

/** Whether the cells are plausible for the target that the heading suggests. */
function cellsFit(target: Target, { senses, stats }: Column): boolean {
  if (stats.filled === 0) return true;
  const is = (part: number) => share(part, stats);
  const named = senses[target as HeadingSense] === 100;
  const texty = is(stats.dates) < 0.5 && is(stats.urls) < 0.5 && is(stats.yesNo) < 0.8;
  switch (target) {
    case "applied_at":
    case "interviewed_at":
    case "rejected_at":
      return is(stats.dates) >= 0.4;
    case "posting_url_full":
      return is(stats.urls) >= 0.3;
    case "posting_status": {
      const words = stats.values.size ? stats.statusWords / stats.values.size : 0;
      const plain = (senses.location_city ?? 0) < 100 && (senses.posting_status ?? 0) === 100;
      return (
        texty &&
        is(stats.long) < 0.3 &&
        (is(stats.statuses) >= 0.3 || words >= 0.3 || (plain && !stats.tooManyValues))
      );
    }
    case "company_name":
      return (
        texty &&
        is(stats.numbers) < 0.5 &&
        (named || is(stats.long) < 0.5) &&
        is(stats.emails) < 0.5
      );
    case "posting_title":
      return (
        texty &&
        is(stats.numbers) < 0.5 &&
        (named || is(stats.long) < 0.6) &&
        is(stats.emails) < 0.5
      );
    case "job_site": {
      const stages = is(stats.statuses) >= 0.9 && stats.values.size >= 3;
      return is(stats.dates) < 0.5 && is(stats.yesNo) < 0.5 && is(stats.long) < 0.5 && !stages;
    }
    case "location_type":
    case "employment_type":
      return is(stats.dates) < 0.5 && is(stats.long) < 0.3 && is(stats.urls) < 0.3;
    case "outreach_info": {
      // The same contact on every row is the applicant.
      const own = stats.filled >= 8 && stats.values.size <= stats.filled * 0.1;
      return is(stats.dates) < 0.5 && is(stats.yesNo) < 0.5 && !own;
    }
    case "location_city":
      return texty && is(stats.long) < 0.5;
    default:
      return true;
  }
}

/** Assigns the application date if no heading names it: a general date column, else the date of entry. */
function assignDateColumn(
  unassigned: UnassignedColumns,
  taken: Set<Target>,
  assign: AssignColumn,
): ColumnGuess["applied"] {
  if (taken.has("applied_at")) return "named";
  const dated = unassigned().filter(
    ({ stats }) => stats.filled === 0 || share(stats.dates, stats) >= 0.6,
  );
  const best = (sense: HeadingSense, minScore: number) =>
    dated
      .filter(
        ({ senses }) =>
          (senses[sense] ?? 0) >= minScore && (senses.unmapped ?? 0) < (senses[sense] ?? 0),
      )
      .sort((a, b) => (b.senses[sense] ?? 0) - (a.senses[sense] ?? 0))[0];
  const general = best("general_date", 100) ?? best("general_date", 80);
  if (general) assign(general, "applied_at");
  if (general) return "general";
  const entry = best("entry_date", 80);
  if (entry) assign(entry, "applied_at");
  return entry ? "entry" : "none";
}

const isUnnamed = ({ heading }: Column) =>
  /^(|col|column|field|unnamed|spalte|colonne|columna|coluna|colonna|kolom|kolumna|sutun)( ?\d+)?$/.test(
    foldHeading(heading),
  );

/** Assigns the remaining targets by cell statistics alone. */
function assignByCells(
  unassigned: UnassignedColumns,
  taken: Set<Target>,
  assign: AssignColumn,
): void {
  const open = () => unassigned().filter(({ senses }) => (senses.unmapped ?? 0) < 60);
  const most = (columns: Column[], figure: (column: Column) => number) =>
    columns.sort((a, b) => figure(b) - figure(a) || a.at - b.at)[0];
  const claim = (target: Target, columns: Column[], figure: (column: Column) => number) => {
    if (taken.has(target)) return;
    const best = most(columns, figure);
    if (best) assign(best, target);
  };
  claim(
    "posting_url_full",
    open().filter(({ stats }) => share(stats.urls, stats) >= 0.6),
    ({ stats }) => stats.urls,
  );
  claim(
    "posting_status",
    unassigned().filter(
      ({ stats, senses }) =>
        share(stats.statuses, stats) >= 0.6 &&
        stats.values.size <= 40 &&
        !stats.tooManyValues &&
        (senses.comments ?? 0) < 100 &&
        share(stats.roles, stats) < 0.5,
    ),
    // Of two similar columns the right-hand one holds the later, current status.
    ({ stats, at }) => stats.statuses + at / 1000,
  );
  const dated = unassigned().filter(({ stats }) => share(stats.dates, stats) >= 0.6);
  const tracked = taken.has("posting_status") || taken.has("marker");
  claim(
    "applied_at",
    dated.filter(
      (column) => tracked && (isUnnamed(column) || (dated.length === 1 && !column.senses.unmapped)),
    ),
    ({ stats }) => stats.dates,
  );
  const texts = (columns: Column[]) =>
    columns.filter(({ stats }) => {
      const other =
        stats.dates + stats.urls + stats.numbers + stats.yesNo + stats.emails + stats.long;
      return stats.filled > 0 && share(other, stats) < 0.4 && share(stats.statuses, stats) < 0.6;
    });
  claim(
    "posting_title",
    texts(open()).filter(
      ({ heading, stats }) => share(stats.roles, stats) >= 0.4 && !namesRole(heading),
    ),
    ({ stats }) => share(stats.roles, stats),
  );
  claim("company_name", texts(open()), ({ stats, at }) => {
    const spread = stats.tooManyValues ? 1 : stats.values.size / Math.max(stats.filled, 1);
    return share(stats.companies, stats) + spread * 0.5 - at * 0.02;
  });
}
