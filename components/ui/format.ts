const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const relativeDays = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const dayMs = 86_400_000;

// `formatMoment` leaves the clock out where no time was given; such a day counts from its noon.
const hasClock = (iso: string) => iso[10] === "T";
const withClock = (iso: string) =>
  hasClock(iso) ? iso : `${iso.slice(0, 10)}T12:00:00${iso.slice(10) || "Z"}`;

// The wall time of an instant with its offset, read as if it were UTC: enough for days and words.
const wallMillis = (iso: string) => Date.parse(`${withClock(iso).slice(0, 19)}Z`);

const weekdayName = (iso: string) => weekdays[new Date(wallMillis(iso)).getUTCDay()];

/** "12 Nov 2026" of an instant written in the reader's zone, for what is kept or printed. */
export function formatDate(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${formatMonth(iso)}`;
}

/** "Nov 2026" of `YYYY-MM`, or of a whole date. */
export const formatMonth = (date: string) =>
  `${months[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(0, 4))}`;

/** "Thursday, 12 Nov 2026, 10:30"; without the time where none was given. */
export function formatDateTime(iso: string): string {
  const date = `${weekdayName(iso)}, ${formatDate(iso)}`;
  return hasClock(iso) ? `${date}, ${iso.slice(11, 16)}` : date;
}

// Whole days from today to an instant, by the calendar of the reader's zone.
function daysFromToday(iso: string, now: number): number {
  const offsetMs = wallMillis(iso) - Date.parse(withClock(iso));
  return Math.floor(wallMillis(iso) / dayMs) - Math.floor((now + offsetMs) / dayMs);
}

/** "12 Nov", or "12 Nov 2025" outside of the current year. `iso` has the reader's offset. */
export function formatDay(iso: string, now = Date.now()): string {
  const offsetMs = wallMillis(iso) - Date.parse(withClock(iso));
  const thisYear = new Date(now + offsetMs).getUTCFullYear();
  const date = formatDate(iso);
  return Number(iso.slice(0, 4)) === thisYear ? date.replace(/ \d+$/, "") : date;
}

const nearDays = 14;

/** "today", "yesterday", "3 days ago", "in 5 days"; the day where it is further than two weeks off. */
export function formatRelative(iso: string, now = Date.now()): string {
  const days = daysFromToday(iso, now);
  return Math.abs(days) <= nearDays ? relativeDays.format(days, "day") : formatDay(iso, now);
}

/** The same with the time where it matters: "tomorrow 10:30", "Thursday 10:30", "3 days ago", "12 Nov, 10:30". */
export function formatWhen(iso: string, now = Date.now()): string {
  const days = daysFromToday(iso, now);
  const clock = iso.slice(11, 16);
  // Clients that know only instants write a day without a time as its midnight.
  if (!hasClock(iso) || clock === "00:00") return formatRelative(iso, now);
  if (Math.abs(days) <= 1) return `${relativeDays.format(days, "day")} ${clock}`;
  if (days > 0 && days < 7) return `${weekdayName(iso)} ${clock}`;
  return Math.abs(days) <= nearDays
    ? relativeDays.format(days, "day")
    : `${formatDay(iso, now)}, ${clock}`;
}

const elapsed = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const elapsedUnits = [
  ["day", dayMs],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago a moment was, whatever the zone: "2 hours ago", "a moment ago". */
export function formatElapsed(at: number, now = Date.now()): string {
  const unit = elapsedUnits.find(([, ms]) => now - at >= ms);
  return unit ? elapsed.format(-Math.floor((now - at) / unit[1]), unit[0]) : "a moment ago";
}

/** What the attribute `datetime` of a time takes: an instant, or a day. */
export const machineTime = (iso: string) => (hasClock(iso) ? iso : iso.slice(0, 10));

/** A number with its thousands grouped: "1,234", or "1,234.5" where it may have decimals. */
export const formatNumber = (value: number, maxDecimals = 3) =>
  value.toLocaleString("en-US", { maximumFractionDigits: maxDecimals });

/** A number with its thousands grouped; anything else as it is. For places that show what they are given. */
export const withGroups = <T>(shown: T): T | string =>
  typeof shown === "number" ? formatNumber(shown) : shown;

/** A count with its noun: "1 application", "1,234 applications". */
export const pluralize = (count: number, noun: string) =>
  `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;

/** "14%", with one digit where it is small; "–" of nothing. */
export function formatPercent(share: number | null): string {
  if (share === null) return "–";
  const value = share * 100;
  return `${value > 0 && value < 10 ? value.toFixed(1).replace(/\.0$/, "") : Math.round(value)}%`;
}

/** A share as people say it: "3 in 100" where it is small, else "1 in 4", "none", "every one". */
export function shareLabel(share: number): string {
  if (share <= 0.005) return share <= 0 ? "none" : "fewer than 1 in 100";
  if (share < 0.1) return `${Math.round(share * 100)} in 100`;
  if (share < 0.35) return `1 in ${Math.round(1 / share)}`;
  return share >= 1 ? "every one" : `${Math.round(share * 10)} in 10`;
}
