import "server-only";
import { sql } from "drizzle-orm";
import { getDb, type Statement } from "../../db/client.ts";
import { followUp } from "../../db/schema/people.ts";
import { jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, localDay } from "../dates.ts";
import { own } from "../records/conditions.ts";
import { sameTimeOn } from "./due.ts";
import type { FollowUpRow } from "./queries.ts";

type Repeating = Pick<FollowUpRow, "repeat_days" | "due_at">;

/** When a repeating follow-up that is done comes again: so many days from today, at the same time of day. */
function nextDue(row: Repeating, moment: string, zone: string) {
  if (row.repeat_days === null) return undefined;
  const due_on = addDays(localDay(moment, zone), row.repeat_days);
  return { due_on, due_at: row.due_at && sameTimeOn(due_on, row.due_at, zone) };
}

/** Statements: add the next of a repeating follow-up, unless it was done already. They run before it is. */
export function nextOnce(actor: Actor, row: FollowUpRow, moment: string): Statement[] {
  const due = nextDue(row, moment, actor.time_zone);
  if (!due) return [];
  return [
    sql`insert into follow_up (user_id, what, due_on, due_at, repeat_days, job_posting_id,
        email_opportunity_id, contact_id, job_site_id, created_at, updated_at)
      select user_id, ${row.what}, ${due.due_on}, ${due.due_at}, ${row.repeat_days},
        ${row.job_posting_id}, ${row.email_opportunity_id}, ${row.contact_id}, ${row.job_site_id},
        ${moment}, ${moment}
      from follow_up where ${own(followUp, actor, row.id)} and state = 'open'`,
  ];
}

/** Statements: note that a person looked at the site that a repeating follow-up is about. */
export function noteLookAt(actor: Actor, row: FollowUpRow, moment: string): Statement[] {
  if (row.job_site_id === null || row.repeat_days === null) return [];
  return [
    getDb()
      .update(jobSite)
      .set({ last_visited_at: moment, updated_at: moment })
      .where(own(jobSite, actor, row.job_site_id)),
  ];
}

/** Statement: deletes what `nextOnce` added at a moment and nobody touched since. */
export const deleteNext = (
  actor: Actor,
  { id, what }: Pick<FollowUpRow, "id" | "what">,
  moment: string,
) =>
  sql`delete from follow_up where user_id = ${actor.user_id} and id > ${id} and what = ${what}
    and state = 'open' and created_at = ${moment} and updated_at = ${moment}`;
