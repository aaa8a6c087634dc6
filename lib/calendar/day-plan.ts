import { addDays, dayMs, formatInstant, localDay } from "../dates.ts";
import { isDayValue } from "../day-value.ts";
import type { Planned } from "./planned.ts";

const minutesPerDay = 1_440;

/** What of an entry falls on one day: all of it mostly, of one past midnight or of several days a part. */
export type DayPart = {
  entry: Planned;
  day: string;
  /** wall time in minutes since midnight; null of what has no time, or takes the whole day */
  from: number | null;
  to: number;
  /** "10:30", or "" */
  clock: string;
  endClock: string;
  /** whether the entry begins on this day */
  isFirst: boolean;
};

/** The wall time of a moment in a zone, in minutes since midnight. */
export const minutesOfDay = (stored: string, zone: string): number =>
  minutesOf(formatInstant(stored, zone).slice(11, 16));

/** Whether an entry is over at a moment; what has no time is when its day is. */
export function isOver({ entry, day }: DayPart, moment: string, today: string): boolean {
  const { starts_at, ends_at } = entry;
  return isDayValue(starts_at) ? day < today : (ends_at ?? starts_at) <= moment;
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const millis = (stored: string) => Date.parse(`${stored.slice(0, 23)}Z`);

/** The parts of entries on each of the days, by wall time in the zone: first those without a time. */
export function partsByDay(
  entries: readonly Planned[],
  days: readonly string[],
  zone: string,
): Map<string, DayPart[]> {
  const byDay = new Map<string, DayPart[]>(days.map((day) => [day, []]));
  for (const entry of entries) {
    for (const part of partsOf(entry, days, zone)) byDay.get(part.day)?.push(part);
  }
  for (const parts of byDay.values()) parts.sort((a, b) => (a.from ?? -1) - (b.from ?? -1));
  return byDay;
}

function partsOf(entry: Planned, days: readonly string[], zone: string): DayPart[] {
  const { starts_at, ends_at } = entry;
  const first = localDay(starts_at, zone);
  if (isDayValue(starts_at))
    return [{ entry, day: first, from: null, to: 0, clock: "", endClock: "", isFirst: true }];
  const clock = formatInstant(starts_at, zone).slice(11, 16);
  const end = ends_at && ends_at > starts_at ? ends_at : null;
  const endDay = end ? localDay(end, zone) : first;
  const endClock = end ? formatInstant(end, zone).slice(11, 16) : "";
  // What ends at midnight is not on the day that begins then.
  const last = endDay > first && endClock === "00:00" ? addDays(endDay, -1) : endDay;
  const minutes = end ? (millis(end) - millis(starts_at)) / 60_000 : 0;
  return days
    .filter((day) => day >= first && day <= last)
    .map((day) => {
      const from = day === first ? minutesOf(clock) : 0;
      const to = day < endDay ? minutesPerDay : minutesOf(endClock);
      const isFirst = day === first;
      const isWhole = from === 0 && to === minutesPerDay && minutes * 60_000 >= dayMs;
      // Where the clocks go back it may end at an earlier wall time than it begins.
      const shown = to > from ? to : Math.min(minutesPerDay, from + minutes);
      return { entry, day, from: isWhole ? null : from, to: shown, clock, endClock, isFirst };
    });
}

/** Where a part stands among those of its time: which column of how many. */
export type Placed = { part: DayPart; column: number; columns: number };

const leastMinutes = 30;
const maxColumns = 3;

/** Puts parts that overlap beside one another, in so many columns at most; `left` are those without room. */
export function placed(parts: readonly DayPart[]): { placed: Placed[]; left: DayPart[] } {
  const left: DayPart[] = [];
  const done: Placed[] = [];
  let group: Placed[] = [];
  let ends: number[] = [];
  const close = () => {
    done.push(...group.map((one) => ({ ...one, columns: ends.length })));
    [group, ends] = [[], []];
  };
  for (const part of parts) {
    const from = part.from ?? 0;
    if (ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const column = free === -1 ? ends.length : free;
    if (column >= maxColumns) {
      left.push(part);
      continue;
    }
    ends[column] = Math.max(part.to, from + leastMinutes);
    group.push({ part, column, columns: 0 });
  }
  close();
  return { placed: done, left };
}

const [usualFirstHour, usualLastHour] = [8, 18];

/** The hours that a week shows: the working day, and more where something is planned then. */
export function shownHours(parts: readonly DayPart[]): { first: number; last: number } {
  const timed = parts.filter(({ from }) => from !== null);
  return {
    first: Math.min(usualFirstHour, ...timed.map(({ from }) => Math.floor((from ?? 0) / 60))),
    last: Math.max(
      usualLastHour,
      ...timed.map(({ from, to }) =>
        Math.min(24, Math.ceil(Math.max(to, (from ?? 0) + leastMinutes) / 60)),
      ),
    ),
  };
}
