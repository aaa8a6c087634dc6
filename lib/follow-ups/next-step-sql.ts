import { type SQL, sql } from "drizzle-orm";
import { now, today } from "../dates.ts";
import type { LoggedName } from "../kinds.ts";

const dueDay = sql`max(due_on, coalesce(snoozed_until, ''))`;
const never = "9999";

/** SQL for the day of a row's next step (lib/today/next-steps.ts), to sort by; null without one. */
export function nextStepSql(kind: LoggedName, zone: string): SQL {
  const [row, of] = [sql.raw(`${kind}.id`), sql.raw(`${kind}_id`)];
  return sql`nullif(min(
    ifnull((select min(starts_at) from interview where ${of} = ${row} and deleted_at is null
      and starts_at >= ${now()} and outcome <> 'Cancelled'), ${never}),
    ifnull((select min(${dueDay}) from follow_up where ${of} = ${row} and deleted_at is null
      and state = 'open'), ${never}),
    iif(${sql.raw(kind)}.deadline >= ${today(zone)}, ${sql.raw(kind)}.deadline, ${never})), ${never})`;
}
