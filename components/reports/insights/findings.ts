import { formatDate, formatMonth, formatNumber, pluralize, shareLabel } from "../../ui/format.ts";

/** What every report says where there is nothing to count. */
export const nothingApplied = "No applications since this day.";
const sum = <T>(rows: readonly T[], count: (row: T) => number) =>
  rows.reduce((total, row) => total + count(row), 0);

/** Postings applied since a day, month by month. */
export function appliedFinding(months: { month: string; count: number }[]): string {
  const busiest = months.toSorted((a, b) => b.count - a.count)[0];
  if (!busiest) return nothingApplied;
  const all = pluralize(
    sum(months, ({ count }) => count),
    "application",
  );
  if (months.length === 1) return `${all}, all in ${formatMonth(busiest.month)}.`;
  return `${all} in ${pluralize(months.length, "month")}. Busiest: ${formatMonth(busiest.month)}, with ${formatNumber(busiest.count)}.`;
}

/** Postings per site. */
export function sitesFinding(sites: { site_name: string; site_count: number }[]): string {
  const [top] = sites;
  if (!top) return nothingApplied;
  const all = sum(sites, ({ site_count }) => site_count);
  const name = top.site_name || "A site without a name";
  if (sites.length === 1) return `All ${pluralize(all, "application")} went through ${name}.`;
  return `${name} led to ${formatNumber(top.site_count)} of ${pluralize(all, "application")}, over ${pluralize(sites.length, "site")}.`;
}

/** Applications per week, each week by its Monday. */
export function weekRowsFinding(weeks: { week_start: string; week_count: number }[]): string {
  const busiest = weeks.toSorted((a, b) => b.week_count - a.week_count)[0];
  if (!busiest) return nothingApplied;
  const all = pluralize(
    sum(weeks, ({ week_count }) => week_count),
    "application",
  );
  if (weeks.length === 1) return `${all}, all in the week of ${formatDate(busiest.week_start)}.`;
  return `${all}. Your busiest week, of ${formatDate(busiest.week_start)}, had ${formatNumber(busiest.week_count)}.`;
}

/** Silence says nothing about so few applications, so nothing is said of it. */
export const fewApplications = 10;

const unanswered = (applications: number) =>
  applications < fewApplications
    ? `${pluralize(applications, "application")} so far.`
    : `${pluralize(applications, "application")}, and no answer yet.`;

/** How far applications came. */
export function funnelFinding(stages: { stage: string; count: number }[]): string {
  const at = (name: string) => stages.find(({ stage }) => stage === name)?.count ?? 0;
  const [applied, answered] = [at("applied"), at("answered")];
  if (applied === 0) return nothingApplied;
  if (answered === 0) return unanswered(applied);
  const [interviews, offers] = [at("interview"), at("offer")];
  const start = `Of ${pluralize(applied, "application")} ${formatNumber(answered)} got an answer`;
  if (interviews === 0) return `${start}; no interview yet.`;
  if (offers === 0) return `${start} and ${formatNumber(interviews)} an interview; no offer yet.`;
  return `${start}, ${formatNumber(interviews)} an interview and ${formatNumber(offers)} an offer.`;
}

type Curve = { time: number; survival: number }[];

const still = (curve: Curve, day: number) =>
  curve.findLast(({ time }) => time <= day)?.survival ?? 1;

/** How likely an application that waited `day` days still gets an answer within what was watched. */
export function stillAnswered(curve: Curve, day: number): number {
  const now = still(curve, day);
  return now > 0 ? 1 - still(curve, Number.POSITIVE_INFINITY) / now : 0;
}

/** How long answers take. */
export function waitsFinding({
  applications,
  answered,
  all: group,
}: {
  applications: number;
  answered: number;
  all: { median_days: number | null; curve: Curve };
}): string {
  if (applications === 0) return nothingApplied;
  if (answered === 0) return unanswered(applications);
  if (group.median_days === null) {
    return `${formatNumber(answered)} of ${pluralize(applications, "application")} got an answer; on which day is not known.`;
  }
  const days = pluralize(group.median_days, "day");
  const half = `Half of the answers you got came within ${days}.`;
  const watched = group.curve.at(-1)?.time ?? 0;
  if (watched < 14) return half;
  const late = stillAnswered(group.curve, 14);
  if (late < 0.01) return `${half} After 14 days of silence you can let go.`;
  const known = group.curve.find(
    ({ time }) => time > 14 && stillAnswered(group.curve, time) < 0.01,
  );
  const safe = known ? `; after ${known.time} days you can let go` : "";
  return `${half} After 14 days of silence, ${shareLabel(late)} still hear back${safe}.`;
}

type Judged = {
  label: string;
  too_few: boolean;
  answered: { share: number | null; p: number | null };
};

/** What works: only differences that are unlikely to be noise. */
export function ratesFinding(
  all: { applications: number; answered: { share: number | null } },
  rows: Judged[],
): string {
  const share = all.answered.share;
  if (share === null) return nothingApplied;
  if (share === 0 && all.applications < fewApplications)
    return `${unanswered(all.applications)} Too few yet to compare.`;
  const overall = `${sentence(shareLabel(share))} of ${pluralize(all.applications, "application")} got an answer`;
  const sure = rows.filter(({ answered }) => answered.p !== null && answered.p < 0.05);
  const best = sure
    .filter(({ answered }) => (answered.share ?? 0) > share)
    .sort((a, b) => (b.answered.share ?? 0) - (a.answered.share ?? 0))[0];
  if (best) return `${overall}; with “${best.label}” ${shareLabel(best.answered.share ?? 0)}.`;
  const worst = sure.sort((a, b) => (a.answered.share ?? 0) - (b.answered.share ?? 0))[0];
  if (worst)
    return `${overall}; with “${worst.label}” only ${shareLabel(worst.answered.share ?? 0)}.`;
  if (rows.every(({ too_few }) => too_few)) return `${overall}. Too few yet to compare.`;
  return `${overall}. The differences could all be chance.`;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The site with the most interviews. */
export function scoreFinding(
  sites: { site_name: string; applications: number; interviews: number }[],
): string {
  if (sites.length === 0) return nothingApplied;
  const top = sites.toSorted((a, b) => b.interviews - a.interviews)[0];
  if (!top || top.interviews === 0) {
    const applied = sites.reduce((sum, { applications }) => sum + applications, 0);
    if (applied < fewApplications) return unanswered(applied);
    return `No interview yet from ${pluralize(sites.length, "site")}.`;
  }
  return `${top.site_name || "A site without a name"} led to the most interviews: ${formatNumber(top.interviews)} of ${pluralize(top.applications, "application")}.`;
}

/** A p-value: "p = 0.012". */
export const pWords = (p: number) => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`);
