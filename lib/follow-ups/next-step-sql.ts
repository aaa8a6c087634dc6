import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { now, today } from "../dates.ts";
import type { LoggedName } from "../kinds.ts";
import { countsAs } from "../statuses/conditions.ts";
import { deadlineStatuses } from "../statuses/documented.ts";

const dueDay = sql`iif(coalesce(snoozed_until, '') > due_on, snoozed_until, coalesce(due_at, due_on))`;
const never = "9999";

/** SQL for the day of a row's next step (lib/today/next-steps.ts), to sort by; null without one. */
export function nextStepSql(kind: LoggedName, { user_id, time_zone }: Actor): SQL {
  const [row, of] = [sql.raw(`${kind}.id`), sql.raw(`${kind}_id`)];
  const deadline = sql.raw(`${kind}.deadline`);
  const counts =
    kind === "job_posting"
      ? countsAs(sql`job_posting.posting_status`, user_id, deadlineStatuses)
      : sql`true`;
  return sql`nullif(min(
    ifnull((select min(starts_at) from interview where ${of} = ${row} and deleted_at is null
      and starts_at > ${now()} and outcome <> 'Cancelled'), ${never}),
    ifnull((select min(${dueDay}) from follow_up where ${of} = ${row} and deleted_at is null
      and state = 'open'), ${never}),
    iif(${deadline} >= ${today(time_zone)} and ${counts}, ${deadline}, ${never})), ${never})`;
}
