import { readStatus } from "../status/read.ts";
import { foldHeading } from "../words/fold.ts";
import { namesRole } from "../words/roles.ts";
import { shared, type Target } from "../words/targets.ts";
import { type HeadingSense, headingSenses, type Senses } from "./headings.ts";
import { type ColumnStats, share } from "./stats.ts";

/** What each column is for, in the order of the sheet; the empty text keeps it in the comment. */
export type ColumnTargets = (Target | "")[];

export type Guess = {
  columns: ColumnTargets;
  /** how plainly the date column speaks of the application: by name, as any date, as the day of entry */
  applied: "named" | "general" | "entry" | "none";
};

type Column = { at: number; heading: string; senses: Senses; stats: ColumnStats };

/** Guesses what each column is for, from its heading and from its cells. */
export function guessColumns(headings: string[], stats: ColumnStats[]): Guess {
  const columns = headings.map((heading, at) => ({
    at,
    heading,
    senses: headingSenses(heading),
    stats: stats[at] as ColumnStats,
  }));
  const chosen: ColumnTargets = headings.map(() => "");
  const taken = new Set<Target>();
  const give = (column: Column, target: Target) => {
    chosen[column.at] = target;
    taken.add(target);
  };
  const free = () => columns.filter((column) => chosen[column.at] === "");

  for (const column of columns) if (isMarker(column)) give(column, "marker");
  assignByHeading(free, taken, give);
  const applied = assignApplied(free, taken, give);
  fillGaps(free, taken, give);
  const found = applied === "none" && taken.has("applied_at") ? "general" : applied;
  return { columns: chosen, applied: found };
}

type Give = (column: Column, target: Target) => void;
type Free = () => Column[];

/** A column that names a stage or an outcome and marks it, with a yes or the day it happened. */
function isMarker({ heading, senses, stats }: Column): boolean {
  const name = heading.replace(/\?/g, "").replace(/\([^)]*\)/g, " ");
  const reading =
    readStatus(name) ?? (/^(phone|recruiter|hr|campus)$/i.test(name.trim()) && "named");
  if (!reading || (reading !== "named" && !reading.whole)) return false;
  const { applied_at = 0, kept = 0, interviewed_at = 0, posting_status = 0 } = senses;
  const dated = share(stats.dates, stats) >= 0.6;
  if (kept === 100 || posting_status === 100) return false;
  if (dated && (applied_at >= 60 || interviewed_at === 100 || (senses.rejected_at ?? 0) >= 60))
    return false;
  if (stats.filled === 0) return reading !== "named" && interviewed_at < 100 && applied_at < 100;
  const general =
    reading !== "named" && ["saved", "open", "active", "unclear"].includes(reading.meaning);
  return share(stats.dates + stats.marks + (general ? 0 : stats.statuses), stats) >= 0.6;
}

function assignByHeading(free: Free, taken: Set<Target>, give: Give): void {
  const bids: { column: Column; target: Target; score: number }[] = [];
  for (const column of free()) {
    const { kept = 0 } = column.senses;
    for (const [sense, score] of Object.entries(column.senses) as [HeadingSense, number][]) {
      if (sense === "kept" || sense === "general_date" || sense === "entry_date") continue;
      if (kept >= score || !fits(sense, column)) continue;
      bids.push({ column, target: sense, score: score + fullness(column) });
    }
  }
  bids.sort((a, b) => b.score - a.score || a.column.at - b.column.at);
  const done = new Set<number>();
  for (const { column, target, score } of bids) {
    if (done.has(column.at)) continue;
    if (taken.has(target) && !(shared.has(target) && score >= 60)) continue;
    give(column, target);
    done.add(column.at);
  }
}

// Between two columns of one name the fuller one is meant.
const fullness = ({ stats }: Column) =>
  Math.min(stats.filled, 1000) / 1000 - (stats.filled ? 0 : 2);

/** Whether the cells can be what the heading says. */
function fits(target: Target, { senses, stats }: Column): boolean {
  if (stats.filled === 0) return true;
  const is = (part: number) => share(part, stats);
  const named = senses[target as HeadingSense] === 100;
  const texty = is(stats.dates) < 0.5 && is(stats.urls) < 0.5 && is(stats.marks) < 0.8;
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
        (is(stats.statuses) >= 0.3 || words >= 0.3 || (plain && !stats.many))
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
      return is(stats.dates) < 0.5 && is(stats.marks) < 0.5 && is(stats.long) < 0.5 && !stages;
    }
    case "location_type":
    case "employment_type":
      return is(stats.dates) < 0.5 && is(stats.long) < 0.3 && is(stats.urls) < 0.3;
    case "outreach_info": {
      // The same contact on every row is the applicant.
      const own = stats.filled >= 8 && stats.values.size <= stats.filled * 0.1;
      return is(stats.dates) < 0.5 && is(stats.marks) < 0.5 && !own;
    }
    case "location_city":
      return texty && is(stats.long) < 0.5;
    default:
      return true;
  }
}

/** The column that holds the day of the application, where the headings leave several in question. */
function assignApplied(free: Free, taken: Set<Target>, give: Give): Guess["applied"] {
  if (taken.has("applied_at")) return "named";
  const dated = free().filter(
    ({ stats }) => stats.filled === 0 || share(stats.dates, stats) >= 0.6,
  );
  const best = (sense: HeadingSense, least: number) =>
    dated
      .filter(
        ({ senses }) => (senses[sense] ?? 0) >= least && (senses.kept ?? 0) < (senses[sense] ?? 0),
      )
      .sort((a, b) => (b.senses[sense] ?? 0) - (a.senses[sense] ?? 0))[0];
  const general = best("general_date", 100) ?? best("general_date", 80);
  if (general) give(general, "applied_at");
  if (general) return "general";
  const entry = best("entry_date", 80);
  if (entry) give(entry, "applied_at");
  return entry ? "entry" : "none";
}

const isUnnamed = ({ heading }: Column) =>
  /^(|col|column|field|unnamed|spalte|colonne|columna|coluna|colonna|kolom|kolumna|sutun)( ?\d+)?$/.test(
    foldHeading(heading),
  );

/** What no heading named: found by the cells alone. */
function fillGaps(free: Free, taken: Set<Target>, give: Give): void {
  const open = () => free().filter(({ senses }) => (senses.kept ?? 0) < 60);
  const most = (columns: Column[], figure: (column: Column) => number) =>
    columns.sort((a, b) => figure(b) - figure(a) || a.at - b.at)[0];
  const claim = (target: Target, columns: Column[], figure: (column: Column) => number) => {
    if (taken.has(target)) return;
    const best = most(columns, figure);
    if (best) give(best, target);
  };
  claim(
    "posting_url_full",
    open().filter(({ stats }) => share(stats.urls, stats) >= 0.6),
    ({ stats }) => stats.urls,
  );
  claim(
    "posting_status",
    free().filter(
      ({ stats, senses }) =>
        share(stats.statuses, stats) >= 0.6 &&
        stats.values.size <= 40 &&
        !stats.many &&
        (senses.comments ?? 0) < 100 &&
        share(stats.roles, stats) < 0.5,
    ),
    // Of two alike, as from one stage to the next, the right one says how it stands.
    ({ stats, at }) => stats.statuses + at / 1000,
  );
  const dated = free().filter(({ stats }) => share(stats.dates, stats) >= 0.6);
  const tracked = taken.has("posting_status") || taken.has("marker");
  claim(
    "applied_at",
    dated.filter(
      (column) => tracked && (isUnnamed(column) || (dated.length === 1 && !column.senses.kept)),
    ),
    ({ stats }) => stats.dates,
  );
  const texts = (columns: Column[]) =>
    columns.filter(({ stats }) => {
      const other =
        stats.dates + stats.urls + stats.numbers + stats.marks + stats.emails + stats.long;
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
    const spread = stats.many ? 1 : stats.values.size / Math.max(stats.filled, 1);
    return share(stats.companies, stats) + spread * 0.5 - at * 0.02;
  });
}
