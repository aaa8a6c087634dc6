import { type SQL, sql } from "drizzle-orm";
import { zoneSpans } from "../../dates.ts";

/** An expression for the seconds by which the zone is ahead of UTC at an instant between `first` and `last`. */
function offsetSeconds(column: SQL, zone: string, first: string, last: string): SQL {
  const [base, ...later] = zoneSpans(zone).filter(
    ({ from }, at, all) => from <= last && (all[at + 1]?.from ?? "~") > first,
  );
  if (later.length === 0) return sql`${base?.seconds ?? 0}`;
  const cases = later
    .toReversed()
    .map(({ from, seconds }) => sql`when ${column} >= ${from} then ${seconds}`);
  return sql`case ${sql.join(cases, sql` `)} else ${base?.seconds ?? 0} end`;
}

/**
 * An expression for the calendar day of a stored instant in the zone, `YYYY-MM-DD`: what `localDay` gives,
 * exact across changes of clocks, for instants between `first` and `last`.
 */
export function localDate(column: SQL, zone: string, first: string, last: string): SQL {
  const seconds = offsetSeconds(column, zone, first, last);
  return sql`date(substr(${column}, 1, 19), (${seconds}) || ' seconds')`;
}
