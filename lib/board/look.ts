import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, dayMs, dayStart, localDay, now, toStored } from "../dates.ts";
import { cancelledOutcome } from "../interviews/values.ts";
import { postingGroups } from "../postings/groups.ts";
import { countsAs } from "../statuses/conditions.ts";
import { documentedActiveStatuses, offerStatus, savedStatus } from "../statuses/documented.ts";
import { quietAfter } from "../today/quiet-after.ts";
import { countDays, dayWords } from "../today/words.ts";
import type { BoardView } from "./sources.ts";
import type { BoardColumn } from "./values.ts";

type Counted = { late: number; closing: number; interviews: number; offer: string | null };

const daysAhead = 7;

/** What needs a look in the columns of the kinds of postings, in words, by their keys; nothing in other columns. */
export async function look(
  actor: Actor,
  { kind, filter }: BoardView,
  where: SQL | undefined,
  columns: readonly BoardColumn[],
): Promise<Partial<Record<string, string>>> {
  if (kind !== "job_posting" || filter.by || columns.every(({ count }) => count === 0)) return {};
  const after = await quietAfter(actor);
  const today = localDay(now(), actor.time_zone);
  const [found] = await getDb().all<Counted>(counts(actor, where, after.days, today));
  if (!found) return {};
  const { late, closing, interviews, offer } = found;
  const days = countDays(after.days);
  return {
    waiting: late > 0 ? `${isAre(late)} past ${after.own ? "your" : "the usual"} ${days}` : "",
    saved: closing > 0 ? `${closing} ${closing === 1 ? "closes" : "close"} this week` : "",
    engaged:
      interviews > 0
        ? `${interviews} ${interviews === 1 ? "interview" : "interviews"} this week`
        : "",
    offer: offer ? `Answer one ${offer < today ? "now" : dayWords(offer, today)}` : "",
  };
}

const isAre = (count: number) => (count === 1 ? "1 is" : `${count.toLocaleString("en")} are`);

/** Four counts by one statement: each reads the few rows that its index finds. */
function counts(actor: Actor, where: SQL | undefined, days: number, today: string): SQL {
  const until = toStored(Date.now() - (days + 1) * dayMs);
  const { deadline, applied_at, posting_status, id } = jobPosting;
  const last = addDays(today, daysAhead - 1);
  const standsAs = (statuses: readonly string[]) =>
    countsAs(posting_status, actor.user_id, statuses);
  const waiting = and(where, postingGroups(actor.user_id).waiting);
  return sql`select
    (select count(*) from job_posting indexed by job_posting_applied
      where ${waiting} and ${applied_at} <= ${until}) as late,
    (select count(*) from job_posting indexed by job_posting_deadline
      where ${where} and ${standsAs([savedStatus])}
        and ${deadline} >= ${today} and ${deadline} <= ${last}) as closing,
    (select count(*) from interview i indexed by interview_start
      where i.user_id = ${actor.user_id} and i.deleted_at is null
        and i.starts_at > ${now()} and i.starts_at < ${dayStart(addDays(last, 1), actor.time_zone)}
        and i.outcome <> ${cancelledOutcome} and exists (select 1 from job_posting
          where ${id} = i.job_posting_id and ${standsAs(documentedActiveStatuses)} and ${where})) as interviews,
    (select min(${deadline}) from job_posting indexed by job_posting_deadline
      where ${where} and ${standsAs([offerStatus])} and ${deadline} is not null) as offer`;
}
