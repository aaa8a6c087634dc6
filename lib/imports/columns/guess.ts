import { foldHeading } from "../vocabulary/fold.ts";
import { namesRole } from "../vocabulary/roles.ts";
import { readStatus } from "../vocabulary/status.ts";
import { sharedTargets, type Target } from "../vocabulary/targets.ts";
import { type CellKind, type ColumnStats, share } from "./analysis.ts";
import { type HeadingSense, headingSenses, type Senses } from "./headings.ts";

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
  const assignment = new Assignment(headings, stats);
  for (const column of assignment.open) if (isMarker(column)) assignment.assign(column, "marker");
  assignByHeading(assignment);
  const applied = assignDateColumn(assignment);
  assignByCells(assignment);
  const found = applied === "none" && assignment.has("applied_at") ? "general" : applied;
  return { columns: assignment.targets, applied: found };
}

class Assignment {
  readonly targets: ColumnTargets;
  readonly #columns: Column[];

  constructor(headings: string[], stats: ColumnStats[]) {
    this.targets = headings.map(() => "");
    this.#columns = headings.map((heading, at) => ({
      at,
      heading,
      senses: headingSenses(heading),
      stats: stats[at] as ColumnStats,
    }));
  }

  /** The columns without a target. */
  get open(): Column[] {
    return this.#columns.filter(({ at }) => this.targets[at] === "");
  }

  has(target: Target): boolean {
    return this.targets.includes(target);
  }

  assign({ at }: Column, target: Target): void {
    this.targets[at] = target;
  }
}

/** Whether a heading names a stage or outcome and the cells mark it, by yes/no or by date. */
function isMarker({ heading, senses, stats }: Column): boolean {
  const name = heading.replace(/\?/g, "").replace(/\([^)]*\)/g, " ");
  const reading =
    readStatus(name) ?? (/^(phone|recruiter|hr|campus)$/i.test(name.trim()) && "named");
  if (!reading || (reading !== "named" && !reading.whole)) return false;
  const { applied_at = 0, unmapped = 0, interviewed_at = 0, posting_status = 0 } = senses;
  const dated = share(stats, "dates") >= 0.6;
  if (unmapped === 100 || posting_status === 100) return false;
  if (dated && (applied_at >= 60 || interviewed_at === 100 || (senses.rejected_at ?? 0) >= 60))
    return false;
  if (stats.filled === 0) return reading !== "named" && interviewed_at < 100 && applied_at < 100;
  const general =
    reading !== "named" && ["saved", "open", "active", "unclear"].includes(reading.meaning);
  return share(stats, "dates", "yesNo", ...(general ? [] : ["statuses" as const])) >= 0.6;
}

function assignByHeading(assignment: Assignment): void {
  const bids: { column: Column; target: Target; score: number }[] = [];
  for (const column of assignment.open) {
    const { unmapped = 0 } = column.senses;
    for (const [sense, score] of Object.entries(column.senses) as [HeadingSense, number][]) {
      if (sense === "unmapped" || sense === "general_date" || sense === "entry_date") continue;
      if (unmapped >= score || !cellsFit(sense, column)) continue;
      bids.push({ column, target: sense, score: score + fillScore(column) });
    }
  }
  bids.sort((a, b) => b.score - a.score || a.column.at - b.column.at);
  for (const { column, target, score } of bids) {
    if (assignment.targets[column.at] !== "") continue;
    if (assignment.has(target) && !(sharedTargets.has(target) && score >= 60)) continue;
    assignment.assign(column, target);
  }
}

// Of two columns with the same heading, the one with more filled cells wins.
const fillScore = ({ stats }: Column) =>
  Math.min(stats.filled, 1000) / 1000 - (stats.filled ? 0 : 2);

type Shares = Partial<Record<CellKind, number>>;
const texts: Shares = { dates: 0.5, urls: 0.5, yesNo: 0.8 };
const dated: Shares = { dates: 0.4 };

/** The least share of such cells in a target's column. */
const minShares: Partial<Record<Target, Shares>> = {
  applied_at: dated,
  interviewed_at: dated,
  rejected_at: dated,
  posting_url_full: { urls: 0.3 },
};

/** The share of such cells that a target's column stays below. */
const maxShares: Partial<Record<Target, Shares>> = {
  posting_status: { ...texts, long: 0.3 },
  company_name: { ...texts, numbers: 0.5, emails: 0.5 },
  posting_title: { ...texts, numbers: 0.5, emails: 0.5 },
  job_site: { dates: 0.5, yesNo: 0.5, long: 0.5 },
  location_type: { dates: 0.5, long: 0.3, urls: 0.3 },
  employment_type: { dates: 0.5, long: 0.3, urls: 0.3 },
  outreach_info: { dates: 0.5, yesNo: 0.5 },
  location_city: { ...texts, long: 0.5 },
};

const limitsOf = (shares: Shares = {}) => Object.entries(shares) as [CellKind, number][];

/** Whether the cells are plausible for the target that the heading suggests. */
function cellsFit(target: Target, { senses, stats }: Column): boolean {
  if (stats.filled === 0) return true;
  const is = (kind: CellKind) => share(stats, kind);
  if (limitsOf(minShares[target]).some(([kind, least]) => is(kind) < least)) return false;
  if (limitsOf(maxShares[target]).some(([kind, most]) => is(kind) >= most)) return false;
  switch (target) {
    case "posting_status": {
      const words = stats.values.size ? stats.statusWords / stats.values.size : 0;
      const plain = (senses.location_city ?? 0) < 100 && senses.posting_status === 100;
      return is("statuses") >= 0.3 || words >= 0.3 || (plain && !stats.tooManyValues);
    }
    case "company_name":
      return senses.company_name === 100 || is("long") < 0.5;
    case "posting_title":
      return senses.posting_title === 100 || is("long") < 0.6;
    case "job_site":
      return is("statuses") < 0.9 || stats.values.size < 3;
    case "outreach_info":
      // The same contact on every row is the applicant.
      return stats.filled < 8 || stats.values.size > stats.filled * 0.1;
    default:
      return true;
  }
}

/** Assigns the application date if no heading names it: a general date column, else the date of entry. */
function assignDateColumn(assignment: Assignment): ColumnGuess["applied"] {
  if (assignment.has("applied_at")) return "named";
  const dates = assignment.open.filter(
    ({ stats }) => stats.filled === 0 || share(stats, "dates") >= 0.6,
  );
  for (const evidence of ["general", "entry"] as const) {
    const score = ({ senses }: Column) => senses[`${evidence}_date`] ?? 0;
    const [best] = dates
      .filter((column) => score(column) >= 80 && (column.senses.unmapped ?? 0) < score(column))
      .sort((a, b) => score(b) - score(a));
    if (!best) continue;
    assignment.assign(best, "applied_at");
    return evidence;
  }
  return "none";
}

const isUnnamed = ({ heading }: Column) =>
  /^(|col|column|field|unnamed|spalte|colonne|columna|coluna|colonna|kolom|kolumna|sutun)( ?\d+)?$/.test(
    foldHeading(heading),
  );

/** Assigns the remaining targets by cell statistics alone. */
function assignByCells(assignment: Assignment): void {
  const claim = (target: Target, columns: Column[], figure: (column: Column) => number) => {
    const [best] = columns.sort((a, b) => figure(b) - figure(a) || a.at - b.at);
    if (best && !assignment.has(target)) assignment.assign(best, target);
  };
  const mapped = () => assignment.open.filter(({ senses }) => (senses.unmapped ?? 0) < 60);
  claim(
    "posting_url_full",
    mapped().filter(({ stats }) => share(stats, "urls") >= 0.6),
    ({ stats }) => stats.urls,
  );
  claim(
    "posting_status",
    assignment.open.filter(
      ({ stats, senses }) =>
        share(stats, "statuses") >= 0.6 &&
        stats.values.size <= 40 &&
        !stats.tooManyValues &&
        (senses.comments ?? 0) < 100 &&
        share(stats, "roles") < 0.5,
    ),
    // Of two similar columns the right-hand one holds the later, current status.
    ({ stats, at }) => stats.statuses + at / 1000,
  );
  const dates = assignment.open.filter(({ stats }) => share(stats, "dates") >= 0.6);
  const tracked = assignment.has("posting_status") || assignment.has("marker");
  claim(
    "applied_at",
    dates.filter(
      (column) => tracked && (isUnnamed(column) || (dates.length === 1 && !column.senses.unmapped)),
    ),
    ({ stats }) => stats.dates,
  );
  const plainTexts = () =>
    mapped().filter(
      ({ stats }) =>
        stats.filled > 0 &&
        share(stats, "dates", "urls", "numbers", "yesNo", "emails", "long") < 0.4 &&
        share(stats, "statuses") < 0.6,
    );
  claim(
    "posting_title",
    plainTexts().filter(
      ({ heading, stats }) => share(stats, "roles") >= 0.4 && !namesRole(heading),
    ),
    ({ stats }) => share(stats, "roles"),
  );
  claim("company_name", plainTexts(), ({ stats, at }) => {
    const spread = stats.tooManyValues ? 1 : stats.values.size / Math.max(stats.filled, 1);
    return share(stats, "companies") + spread * 0.5 - at * 0.02;
  });
}
