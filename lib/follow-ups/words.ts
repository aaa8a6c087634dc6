import "server-only";
import type { ParsedComponents } from "chrono-node";
import { dayMs, formatInstant, now, parseInstant, toStored } from "../dates.ts";
import { firstDay, lastDay } from "../fields.ts";
import type { Due } from "./due.ts";
import { maxWhenLength } from "./values.ts";

/** When, as its words say; or a sentence on why they say no day. */
export type ReadWhen = Due | { fault: string };

const notRead = "That is no day I know. Try “in 3 days”, “next Tuesday” or “15 Dec 9:30”.";
const skipped = "The clocks skip this hour on that day.";
const farOff = `Give a day from ${firstDay} to ${lastDay}.`;

// Loaded at the first use: it is needed only where somebody types.
const loadParser = async () => (await import("chrono-node/en")).GB;

/**
 * Reads words for a day in English ("in 3 days", "next Tuesday", "15 Dec 9:30") in a person's zone. A day of the week
 * or of the year is the next such day; one before its month, as in Europe.
 */
export async function readWhen(words: string, zone: string, moment = now()): Promise<ReadWhen> {
  const text = words.trim();
  if (text === "" || text.length > maxWhenLength) return { fault: notRead };
  const parser = await loadParser();
  // The person's wall clock, read as if it were UTC: the parser knows offsets, but no zones.
  const wall = new Date(`${formatInstant(moment, zone).slice(0, 19)}Z`);
  const [found] = parser.parse(text, { instant: wall, timezone: 0 }, { forwardDate: true });
  if (!found) return { fault: notRead };
  const { start } = found;
  const isDuration = found.tags().has("result/relativeDateAndTime");
  const due = isDuration
    ? after(start.date().getTime() - wall.getTime(), moment, zone)
    : dueAt(start, zone);
  if ("fault" in due) return due;
  return due.due_on < firstDay || due.due_on > lastDay ? { fault: farOff } : due;
}

/** Hours and minutes from now are as long on the day that the clocks change. */
function after(ms: number, moment: string, zone: string): ReadWhen {
  const millis = Date.parse(`${moment.slice(0, 19)}Z`) + ms;
  if (!(Math.abs(ms) < 400 * 366 * dayMs)) return { fault: farOff };
  const due_at = `${toStored(millis).slice(0, 17)}00.000000Z`;
  return { due_on: formatInstant(due_at, zone).slice(0, 10), due_at };
}

function dueAt(start: ParsedComponents, zone: string): ReadWhen {
  const [year, month, day] = (["year", "month", "day"] as const).map(
    (part) => start.get(part) ?? 0,
  );
  if (!(year && year > 0 && year < 10_000)) return { fault: farOff };
  const due_on = `${digits(year, 4)}-${digits(month)}-${digits(day)}`;
  if (!start.isCertain("hour")) return { due_on, due_at: null };
  const clock = `${digits(start.get("hour"))}:${digits(start.get("minute"))}`;
  return momentOf(due_on, clock, zone);
}

const digits = (value: number | null | undefined, length = 2) =>
  String(value ?? 0).padStart(length, "0");

/** A day with a time of day in the person's zone; the first of two where the clocks repeat it. */
export function momentOf(due_on: string, clock: string, zone: string): ReadWhen {
  const parsed = parseInstant(`${due_on}T${clock}`, zone);
  if ("value" in parsed) return { due_on, due_at: parsed.value };
  return { fault: parsed.fault === "gap" ? skipped : notRead };
}
