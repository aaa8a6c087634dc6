import ICAL from "ical.js";
import type { ZoneLines } from "./calendar-lines.ts";

// Offsets of a VTIMEZONE by its own rules (RFC 5545, 3.6.5), for zones that have no name in IANA's list.

/** An observance: from which wall times on it holds, and the offsets before and in it, in seconds east of UTC. */
type Observance = {
  start: string;
  rule: ICAL.Recur | null;
  dates: string[];
  from: number;
  to: number;
};

/** Observances that are looked at, and dates of one. */
const maxObservances = 100;
const maxDates = 500;
/** Onsets that a yearly rule may have in the years around an event. */
const maxOnsets = 400;

const valuesOf = (lines: readonly string[], name: string) =>
  lines.flatMap((line) => {
    const [, found] =
      new RegExp(`^${name}(?:;[^:]{0,200})?:(.{1,200})$`, "i").exec(line.slice(0, 420)) ?? [];
    return found ? [found.trim()] : [];
  });

/** The offset that a VTIMEZONE gives a wall time (`2026-03-29T02:30:00`), in seconds east of UTC; null without rules. */
export function offsetByRules(zone: ZoneLines, wall: string): number | null {
  let latest: { onset: string; offset: number } | undefined;
  let first: Observance | undefined;
  for (const observance of zone.observances.slice(0, maxObservances).map(read)) {
    if (!observance) continue;
    if (!first || observance.start < first.start) first = observance;
    const onset = lastOnset(observance, wall);
    if (onset && (!latest || onset > latest.onset)) latest = { onset, offset: observance.to };
  }
  return latest?.offset ?? first?.from ?? null;
}

function read(lines: readonly string[]): Observance | null {
  const start = compactWall(valuesOf(lines, "DTSTART")[0]);
  const [from, to] = [
    seconds(valuesOf(lines, "TZOFFSETFROM")[0]),
    seconds(valuesOf(lines, "TZOFFSETTO")[0]),
  ];
  if (!start || from === null || to === null) return null;
  const dates = valuesOf(lines, "RDATE")
    .slice(0, maxDates)
    .flatMap((text) => compactWall(text) ?? []);
  return { start, rule: yearlyRule(valuesOf(lines, "RRULE")[0]), dates, from, to };
}

/** "+0530" or "-083000" in seconds. */
function seconds(text = ""): number | null {
  const [, sign, hours, minutes, rest = "0"] = /^([+-])(\d\d):?(\d\d)(\d\d)?$/.exec(text) ?? [];
  if (!sign) return null;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return Math.abs(size) > 86_400 ? null : sign === "-" ? -size : size;
}

function compactWall(text = ""): string | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(text) ?? [];
  return year ? `${year}-${month}-${day}T${hour}:${minute}:${second}` : null;
}

/** A yearly rule, as all of real zones are; any other could repeat without end. */
function yearlyRule(text: string | undefined): ICAL.Recur | null {
  if (!text || !/^[A-Z0-9=;,+-]{1,200}$/i.test(text) || !/FREQ=YEARLY/i.test(text)) return null;
  // The clock is that of the start already; some writers repeat it.
  const days = text.replace(/;BY(?:SECOND|MINUTE|HOUR)=\d{1,2}(?=;|$)/gi, "");
  if (/BY(?:SECOND|MINUTE|HOUR|SETPOS|WEEKNO|YEARDAY)/i.test(days)) return null;
  try {
    return ICAL.Recur.fromString(days);
  } catch {
    return null;
  }
}

/** The last onset at or before a wall time; where the clock goes forward it holds only after the gap. */
function lastOnset({ start, rule, dates, from, to }: Observance, wall: string): string | null {
  const gap = Math.max(0, to - from);
  const before = gap ? shifted(wall, -gap) : wall;
  const known = [
    start,
    ...dates,
    ...(rule ? onsetsNear(start, rule, Number(wall.slice(0, 4))) : []),
  ];
  return (
    known
      .filter((onset) => onset <= before)
      .sort()
      .at(-1) ?? null
  );
}

const shifted = (wall: string, by: number) =>
  new Date(Date.parse(`${wall}Z`) + by * 1000).toISOString().slice(0, 19);

/** The onsets of a yearly rule in the year of an event and the one before. */
function onsetsNear(start: string, rule: ICAL.Recur, year: number): string[] {
  const begun = Number(start.slice(0, 4));
  const from = rule.interval > 1 || rule.count ? begun : Math.max(begun, year - 1);
  const found: string[] = [];
  try {
    const iterator = rule.iterator(
      ICAL.Time.fromDateTimeString(`${String(from).padStart(4, "0")}${start.slice(4)}`),
    );
    for (let step = 0; step < maxOnsets; step += 1) {
      const next = iterator.next();
      if (!next || next.year > year) break;
      found.push(next.toString().slice(0, 19));
    }
  } catch {
    return found;
  }
  return found;
}
