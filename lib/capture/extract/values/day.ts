import { type DateMatch, findDates } from "../../../imports/dates/find.ts";
import { words } from "./words.ts";

const validDay = (year: number, month: number, day: number): string | null => {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const isReal = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  // Job boards write 0001-01-01 and 1970-01-01 for "none", 9999-12-31 for "never".
  return isReal && year > 1990 && year < 2100 ? moment.toISOString().slice(0, 10) : null;
};

/** "Sat Mar 07 02:00:00 UTC 2026", as Java writes a day: its time stands in the middle. */
const javaDay = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) \d{1,2}:\d\d:\d\d [A-Z]{1,5} (\d{4})$/;

const dayOfMillis = (millis: number): string | null => {
  if (Math.abs(millis) > 8e15) return null;
  const [year = 0, month = 0, day = 0] = new Date(millis).toISOString().split(/[-T]/).map(Number);
  return validDay(year, month, day);
};

/**
 * The day that a text or a number names, `YYYY-MM-DD` as it is written there (no zone is applied); Unix time in
 * seconds or milliseconds is a day of UTC. `order` is how numeric days are written where they are read ("03/04/2026");
 * without it those are null, as relative ones ("2 days ago") and texts with several days are.
 */
export function readDay(value: unknown, order?: "dmy" | "mdy"): string | null {
  if (typeof value === "number") return dayOfMillis(value < 1e11 ? value * 1000 : value);
  const text = words(value)?.replace(javaDay, "$2 $1 $3");
  if (!text || text.length > 100) return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [found, ...others] = findDates(text);
  return found && others.length === 0 ? dayOf(found, order) : null;
}

function dayOf(found: DateMatch, order: "dmy" | "mdy" | undefined): string | null {
  if (found.kind === "day") return validDay(found.year, found.month, found.day);
  if (found.kind === "instant") return dayOfMillis(found.millis);
  if (found.kind !== "pair") return null;
  const { first, second, year, dots } = found;
  if (dots || first > 12 || first === second) return validDay(year, second, first);
  if (second > 12) return validDay(year, first, second);
  if (!order) return null;
  return order === "dmy" ? validDay(year, second, first) : validDay(year, first, second);
}
