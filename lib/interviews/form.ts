import { z } from "zod";
import { datetimeLocalValue, parseDay, parseInstant } from "../dates.ts";
import { isDayValue } from "../day-value.ts";
import { Invalid } from "../errors.ts";
import { parseInput, text } from "../fields.ts";
import { interviewFields } from "./fields.ts";
import type { InterviewRow } from "./queries.ts";
import { endOfClock } from "./times.ts";

// The form asks for a day and two clocks, in the interview's own zone; what is stored is a start and an end.

/** The texts of an interview's form. */
export type InterviewTexts = Record<
  "kind" | "day" | "from" | "to" | "time_zone" | "place" | "url" | "prepare" | "notes" | "outcome",
  string
>;

/** The texts that the form of an interview begins with; `zone` is the person's. */
export function interviewTexts(row: InterviewRow, zone: string): InterviewTexts {
  const own = row.time_zone ?? zone;
  const [day = "", from = ""] = datetimeLocalValue(row.starts_at, own).split("T");
  const [, to = ""] = datetimeLocalValue(row.ends_at, own).split("T");
  const initial = (name: "prepare" | "notes") => interviewFields[name].initial(row[name]);
  return {
    kind: row.kind,
    day,
    from,
    to,
    time_zone: row.time_zone ?? "",
    place: row.place,
    url: row.url,
    prepare: initial("prepare"),
    notes: initial("notes"),
    outcome: row.outcome,
  };
}

/** The texts that the form of a new interview begins with: an hour, and the day is to be chosen. */
export const newInterviewTexts: InterviewTexts = {
  kind: "",
  day: "",
  from: "10:00",
  to: "11:00",
  time_zone: "",
  place: "",
  url: "",
  prepare: "",
  notes: "",
  outcome: "",
};

const { kind, time_zone, place, url, prepare, notes, outcome } = interviewFields;

const words = z
  .object({
    kind: kind.form(),
    time_zone: time_zone.form(),
    place: place.form(),
    url: url.form(),
    prepare: prepare.form(),
    notes: notes.form(),
    outcome: outcome.form(),
  })
  .partial();

const clocks = ["day", "from", "to", "time_zone"] as const;

/** Reads the whole form of a new interview. Throws `Invalid`. */
export function readNewInterview(sent: Partial<InterviewTexts>, zone: string) {
  const values = parseInput(words, sent);
  return { ...values, ...spanOf(sent, values.time_zone ?? zone) };
}

/** Reads what was changed in the form of an interview; its times only where one of them was. Throws `Invalid`. */
export function readChangedInterview(
  changed: Partial<InterviewTexts>,
  stored: InterviewTexts,
  zone: string,
) {
  const values = parseInput(words, changed);
  if (!clocks.some((name) => changed[name] !== undefined)) return values;
  const all = { ...stored, ...changed };
  const own = values.time_zone === undefined ? stored.time_zone : values.time_zone;
  return { ...values, ...spanOf(all, own || zone) };
}

const short = text({ max: 20, blank: true });

function spanOf(sent: Partial<InterviewTexts>, zone: string) {
  const read = (name: "day" | "from" | "to") => parseInput(short, sent[name] ?? "", name);
  const [day, from, to] = [read("day"), read("from"), read("to")];
  const date = parseDay(day);
  if (!("value" in date)) throw new Invalid({ day: ["Choose a day."] });
  if (date.value < "1970" || date.value >= "2101") {
    throw new Invalid({ day: ["Give a year from 1970 to 2100."] });
  }
  const start = from ? parseInstant(`${day}T${from}`, zone) : date;
  if (!("value" in start)) {
    const skipped = "The clock skips this hour on that day.";
    throw new Invalid({ from: [start.fault === "gap" ? skipped : "Give a time, like 14:30."] });
  }
  const starts_at = start.value;
  if (isDayValue(starts_at)) return { starts_at, ends_at: null };
  const ends_at = to ? endOfClock(starts_at, to, zone) : null;
  if (to && ends_at === null) throw new Invalid({ to: ["Give a time, like 15:30."] });
  if (ends_at !== null && ends_at < starts_at) {
    throw new Invalid({ to: ["It ends before it starts."] });
  }
  return { starts_at, ends_at };
}
