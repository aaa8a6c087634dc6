import { type SQL, sql } from "drizzle-orm";
import { IANAZone } from "luxon";
import { toStored } from "../../dates.ts";

const day = 86_400_000;
// Offsets before clocks were set by law, or far ahead, are nobody's; there the nearest one is taken.
const [earliest, latest] = [Date.UTC(1970, 0, 1), Date.UTC(2100, 0, 1)];

type Change = { at: number; minutes: number };
const known = new Map<string, Change[]>();

/** When the zone's offset changed, from 1970 to 2100, each with the minutes from then on. */
function offsetChanges(name: string): Change[] {
  const found = known.get(name);
  if (found) return found;
  const zone = IANAZone.create(name);
  const changes = [{ at: Number.NEGATIVE_INFINITY, minutes: zone.offset(earliest) }];
  for (let from = earliest; from < latest; from += 14 * day) {
    let [low, high] = [from, from + 14 * day];
    const before = zone.offset(low);
    const after = zone.offset(high);
    if (before === after) continue;
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (zone.offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, minutes: after });
  }
  known.set(name, changes);
  return changes;
}

/**
 * An expression for the minutes by which the zone was ahead of UTC at a stored instant, exact across changes
 * of clocks between the first and last instants that are asked for.
 */
function offsetMinutes(column: SQL, zone: string, first: string, last: string): SQL {
  const changes = offsetChanges(zone);
  const within = changes.filter(({ at }, i) => {
    const until = changes[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    const starts = at === Number.NEGATIVE_INFINITY ? "" : toStored(at);
    const ends = until === Number.POSITIVE_INFINITY ? "9999-99" : toStored(until);
    return starts <= last && ends > first;
  });
  const [base, ...later] = within;
  if (later.length === 0) return sql`${base?.minutes ?? 0}`;
  const cases = later
    .toReversed()
    .map(({ at, minutes }) => sql`when ${column} >= ${toStored(at)} then ${minutes}`);
  return sql`case ${sql.join(cases, sql` `)} else ${base?.minutes ?? 0} end`;
}

/** An expression for the calendar day of a stored instant in the zone, `YYYY-MM-DD`. */
export function localDate(column: SQL, zone: string, first: string, last: string): SQL {
  const minutes = offsetMinutes(column, zone, first, last);
  return sql`date(substr(${column}, 1, 19), (${minutes}) || ' minutes')`;
}
