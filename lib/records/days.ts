import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { addDays, dayBoundary, localDay, toInstant, toStored } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { type ZoneSpan, zoneSpans } from "../zone-offsets.ts";

// As `isDayValue` tells it.
const isDay = (column: SQLWrapper) => sql`substr(${column}, 27) = 'd'`;

/** Condition: what is stored is of a local day or later. A day without a time counts as that day in every zone. */
export function sinceDay(column: SQLWrapper, day: string, zone: string): SQL {
  const { start, late } = dayBoundary(day, zone);
  return late ? sql`(${column} >= ${start} and ${column} <> ${late})` : sql`${column} >= ${start}`;
}

/** Condition: what is stored is of a day before a local day. */
export function beforeDay(column: SQLWrapper, day: string, zone: string): SQL {
  const { start, late } = dayBoundary(day, zone);
  if (!late) return sql`${column} < ${start}`;
  // The first condition bounds the search in an index.
  return sql`(${column} <= ${late} and (${column} < ${start} or ${column} = ${late}))`;
}

/** Bounds of the days from one to before another, for `withinSpan`; the last is open without `to`. */
export function daySpan(from: string, to: string | null, zone: string): string[] {
  const { start, late } = dayBoundary(from, zone);
  if (to === null) return [start, late, "9999", "", "9999"];
  const end = dayBoundary(to, zone);
  return [start, late, end.start, end.late, end.late ? `${end.late}~` : end.start];
}

/** Condition: what is stored lies within the bounds of a `daySpan`, which `span` gives as JSON in SQL. */
export function withinSpan(column: SQLWrapper, span: SQL): SQL {
  const at = (place: number) => sql`json_extract(${span}, ${sql.raw(`'$[${place}]'`)})`;
  return sql`${column} >= ${at(0)} and ${column} <> ${at(1)} and ${column} < ${at(4)}
    and (${column} < ${at(2)} or ${column} = ${at(3)})`;
}

/** Condition: compares what is stored with an instant; a day without a time is its noon, as the API shows it. */
export function compareInstant(
  column: SQLWrapper,
  operator: "=" | ">=" | ">" | "<" | "<=",
  moment: string,
  zone: string,
): SQL {
  const compared = sql.raw(operator);
  const day = localDay(moment, zone);
  const noon = toInstant(dayValue(day), zone);
  if (operator === "=") {
    return noon === moment
      ? sql`${column} in (${moment}, ${dayValue(day)})`
      : sql`${column} = ${moment}`;
  }
  // The first day whose noon is at the moment, or behind it.
  const strict = operator === ">" || operator === "<=";
  const isBehind = strict ? noon > moment : noon >= moment;
  const first = dayValue(isBehind ? day : addDays(day, 1));
  const dayOperator = sql.raw(operator.startsWith(">") ? ">=" : "<");
  return sql`case when ${isDay(column)} then ${column} ${dayOperator} ${first}
    else ${column} ${compared} ${moment} end`;
}

/** Condition: what is stored is not in the future; of days without a time, today is not. */
export function untilNow(column: SQLWrapper, zone: string, now: number): SQL {
  const moment = toStored(now);
  const today = localDay(moment, zone);
  // Their noon may lie ahead; east of UTC+12 that of yesterday too.
  return sql`(${column} <= ${moment} or ${column} = ${dayValue(today)}
    or ${column} = ${dayValue(addDays(today, -1))})`;
}

/** SQL for the offset from UTC in seconds at an instant in one of the spans. */
function offsetSecondsSql(column: SQL, [base, ...later]: ZoneSpan[]): SQL {
  if (later.length === 0) return sql`${base?.seconds ?? 0}`;
  const cases = later
    .toReversed()
    .map(({ from, seconds }) => sql`when ${column} >= ${from} then ${seconds}`);
  return sql`case ${sql.join(cases, sql` `)} else ${base?.seconds ?? 0} end`;
}

/**
 * SQL for the local day (`YYYY-MM-DD`) of what is stored between `first` and `last`, exact across daylight-saving
 * changes; same result as `localDay`.
 */
export function localDateSql(column: SQL, zone: string, first: string, last: string): SQL {
  const spans = zoneSpans(zone).filter(
    ({ from }, at, all) => from <= last && (all[at + 1]?.from ?? "~") > first,
  );
  const date = sql`date(substr(${column}, 1, 19), (${offsetSecondsSql(column, spans)}) || ' seconds')`;
  // The noon of a day without a time is on that day in zones less than half a day away.
  if (spans.every(({ seconds }) => Math.abs(seconds) < 43_200)) return date;
  return sql`case when ${isDay(column)} then substr(${column}, 1, 10) else ${date} end`;
}
