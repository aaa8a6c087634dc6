import { type SQL, sql } from "drizzle-orm";
import { zoneSpans } from "../../dates.ts";

/** SQL for the zone's offset from UTC in seconds, for instants between `first` and `last`. */
function offsetSecondsSql(column: SQL, zone: string, first: string, last: string): SQL {
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
 * SQL for the local day (`YYYY-MM-DD`) of a stored instant between `first` and `last`, exact across
 * daylight-saving changes; same result as `localDay`.
 */
export function localDateSql(column: SQL, zone: string, first: string, last: string): SQL {
  const seconds = offsetSecondsSql(column, zone, first, last);
  return sql`date(substr(${column}, 1, 19), (${seconds}) || ' seconds')`;
}
