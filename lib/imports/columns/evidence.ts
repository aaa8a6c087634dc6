import { foldHeading } from "../vocabulary/fold.ts";
import type { HeadingTarget } from "../vocabulary/headings.ts";
import { namesRole } from "../vocabulary/roles.ts";
import { type ColumnStats, distinctness, share } from "./cells.ts";
import { type Column, fieldStrength, fieldsNamed, isUnnamed } from "./column.ts";
import type { CellKind } from "./kinds.ts";

type Shares = Partial<Record<CellKind, number>>;
const texts: Shares = { dates: 0.5, urls: 0.5, yesNo: 0.8, money: 0.6 };

/** The least share of such cells in a target's column. */
const minShares: Partial<Record<HeadingTarget, Shares>> = {
  posting_url_full: { urls: 0.3 },
};

/** The share of such cells that a target's column stays below. */
const maxShares: Partial<Record<HeadingTarget, Shares>> = {
  posting_status: { urls: 0.5, long: 0.3, money: 0.5 },
  company_name: { ...texts, numbers: 0.5, emails: 0.5 },
  posting_title: { ...texts, numbers: 0.5, emails: 0.5 },
  job_site: { dates: 0.5, yesNo: 0.5, long: 0.5 },
  location_type: { dates: 0.5, long: 0.3, urls: 0.3 },
  employment_type: { dates: 0.5, long: 0.3, urls: 0.3 },
  outreach_info: { dates: 0.5, yesNo: 0.5 },
  location_city: { ...texts, long: 0.5, boards: 0.6, statuses: 0.9 },
  contact_method: { dates: 0.5, urls: 0.5, long: 0.5 },
  contact_person: { dates: 0.5, urls: 0.5, yesNo: 0.5, long: 0.5 },
  employer_address: { dates: 0.5, urls: 0.3 },
};

const limitsOf = (shares: Shares = {}) => Object.entries(shares) as [CellKind, number][];

/** Whether the cells are plausible for the target that the heading suggests. */
export function cellsFit(target: HeadingTarget, { senses, stats }: Column): boolean {
  if (stats.filled === 0) return true;
  const is = (kind: CellKind) => share(stats, kind);
  if (limitsOf(minShares[target]).some(([kind, least]) => is(kind) < least)) return false;
  if (limitsOf(maxShares[target]).some(([kind, most]) => is(kind) >= most)) return false;
  const named = (senses[target] ?? 0) >= 90;
  switch (target) {
    case "posting_status":
      return statusFits({ senses, stats });
    case "company_name":
      return named || is("sentences") < 0.5;
    case "posting_title":
      return named || (is("long") < 0.6 && (is("sentences") < 0.8 || is("roles") >= 0.5));
    case "job_site":
      if (!named && is("urls") >= 0.5) return false;
      return is("statuses") < 0.9 || is("boards") >= 0.5 || stats.values.size < 3;
    case "employment_type":
      return employmentFits(stats);
    case "job_description":
      return is("sentences") >= 0.3 || is("roles") < 0.5;
    case "outreach_info":
      // The same contact on every row is the applicant.
      return stats.filled < 8 || stats.values.size > stats.filled * 0.1;
    default:
      return true;
  }
}

function employmentFits(stats: ColumnStats): boolean {
  if (share(stats, "employments") >= 0.2) return true;
  return stats.filled < 5 ? share(stats, "companies", "roles") === 0 : distinctness(stats) < 0.5;
}

/** How surely a heading says what its column is, where the cells do not gainsay it. */
function statedStrength(column: Column): number {
  const named = fieldsNamed(column).filter(([target]) => cellsFit(target, column));
  return Math.max(column.senses.unmapped ?? 0, ...named.map(([, score]) => score));
}

function statusFits({ senses, stats }: Pick<Column, "senses" | "stats">): boolean {
  const statuses = share(stats, "statuses");
  if (share(stats, "yesNo") >= 0.8 && statuses === 0) return false;
  if (share(stats, "dates") >= 0.5 && statuses < 0.5) return false;
  const words = stats.values.size ? stats.statusWords / stats.values.size : 0;
  const plain = (senses.location_city ?? 0) < 100 && (senses.posting_status ?? 0) >= 75;
  return statuses >= 0.3 || words >= 0.3 || (plain && !stats.tooManyValues);
}

/** What the cells alone say for a target, from 0 to 60; nothing where the heading names something else. */
export function cellsEvidence(target: HeadingTarget, column: Column): number {
  const { stats } = column;
  if (stats.filled === 0) return 0;
  // Answers of employers stand below many headings, some of which name no field.
  if (target === "posting_status") return statusEvidence(column);
  if (statedStrength(column) >= 60) return 0;
  const is = (...kinds: CellKind[]) => share(stats, ...kinds);
  switch (target) {
    case "posting_url_full":
      return is("urls") >= 0.6 ? 50 + 10 * is("urls") : 0;
    case "posting_title":
      return isPlainText(column) && is("roles") >= 0.15 && !namesRole(foldHeading(column.heading))
        ? 20 + 40 * is("roles")
        : 0;
    case "company_name":
      return companyEvidence(column);
    case "job_site":
      return is("boards") >= 0.6 && stats.values.size < stats.filled ? 45 : 0;
    case "location_city":
      return is("places", "workModes") >= 0.5 && is("places") >= 0.25 ? 45 : 0;
    case "location_type":
      return is("workModes") >= 0.8 ? 50 : 0;
    case "pay_range":
      return is("money") >= 0.6 ? 45 : 0;
    default:
      return 0;
  }
}

function statusEvidence(column: Column): number {
  const { senses, stats, at } = column;
  const named = fieldStrength(column);
  const clear = share(stats, "clearStatuses");
  const few = stats.values.size <= 40 && !stats.tooManyValues;
  const enough = share(stats, "statuses") >= 0.6 && clear >= 0.3;
  const unnamed = isUnnamed(column) && clear >= 0.25 && share(stats, "dates", "numbers") < 0.3;
  const answers = share(stats, "statuses", "yesNo") >= 0.6 && clear >= 0.1;
  if (!few || (!enough && !answers && !unnamed) || named >= 60) return 0;
  if (share(stats, "roles") >= 0.5 || share(stats, "boards") >= 0.5) return 0;
  // Of two similar columns the right-hand one holds the later, current status.
  const likely = 30 + 20 * share(stats, "statuses") + Math.min(at, 100) / 50;
  return (senses.unmapped ?? 0) >= 60 ? likely / 2 + 5 : likely;
}

function companyEvidence(column: Column): number {
  const { stats, at } = column;
  const spread = distinctness(stats);
  if (!isPlainText(column) || share(stats, "places", "workModes", "boards") >= 0.5) return 0;
  // A column that the heading leaves open holds names only where they differ from row to row.
  const leastSpread = stats.filled < 8 ? 0.6 : 0.4;
  if (!isUnnamed(column) && stats.filled > 3 && spread < leastSpread) return 0;
  const likely = 25 + 15 * share(stats, "companies") + 10 * spread - Math.min(at, 20) * 0.4;
  return likely - 20 * share(stats, "roles") - 8 * share(stats, "codes");
}

function isPlainText({ senses, stats }: Column): boolean {
  const otherKinds = share(stats, "dates", "urls", "numbers", "yesNo", "emails", "sentences");
  return (senses.unmapped ?? 0) < 60 && otherKinds < 0.4 && share(stats, "statuses") < 0.6;
}
