import { findDates } from "../../../imports/dates/find.ts";
import type { Found } from "../../posting.ts";
import { readDay } from "../values/day.ts";

/** A day, `YYYY-MM-DD`, with how sure it is. */
export type DayReading = { value: string } & Pick<Found, "confidence" | "why" | "choices">;

const relative =
  /\b(?:ago|yesterday|today|just (?:now|posted)|hours?|minutes?|vor \d|gestern|heute|il y a|hace|days? (?:left|remaining)|this week|\d+ ?d)\b/i;

/**
 * The day that a labelled line says; relative ones ("2 days ago") give null. Where day and month may be either way
 * round, both readings are choices; a day without a year is the next such after `today`.
 */
export function readDayLine(text: string, today: string): DayReading | null {
  const line = text.slice(0, 100).trim();
  if (!/\d/.test(line) || relative.test(line)) return null;
  const day = readDay(line);
  if (day) return { value: day, confidence: "sure" };
  const choices = [readDay(line, "dmy"), readDay(line, "mdy")].filter((each) => each !== null);
  const [first] = choices;
  if (first)
    return {
      value: first,
      confidence: "doubtful",
      why: "Day and month may be either way round.",
      choices,
    };
  return withoutYear(line, today);
}

function withoutYear(line: string, today: string): DayReading | null {
  const [found, ...others] = findDates(line);
  if (found?.kind !== "part" || found.missing !== "year" || others.length > 0) return null;
  const bare = line.replace(/[.,\s]{1,5}$/, "");
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1].flatMap((each) => readDay(`${bare} ${each}`) ?? []);
  const next = days.find((day) => day >= today);
  return next
    ? { value: next, confidence: "doubtful", why: "The text names no year.", choices: days }
    : null;
}
