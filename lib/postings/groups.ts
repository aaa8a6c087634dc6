import "server-only";
import { and, eq, not, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { countsAs, countsAsNone, type SqlUser } from "../statuses/conditions.ts";
import {
  acceptedStatus,
  activeStatuses,
  savedStatus,
  waitingStatuses,
} from "../statuses/documented.ts";
import { statusesOf } from "../statuses/queries.ts";
import type { PostingView } from "./values.ts";

/** How a posting stands; each is in one group, and lists, the dashboard and reports count by them. */
export type PostingGroup = Exclude<PostingView, "all">;

// By what its status counts as; any other is closed.
const groupStatuses: Record<Exclude<PostingGroup, "closed">, readonly string[]> = {
  active: activeStatuses,
  saved: [savedStatus],
  waiting: waitingStatuses,
  accepted: [acceptedStatus],
};

const { posting_status } = jobPosting;

/**
 * SQL for a user's facts of applications that wait by their status and are answered by their log. The condition is
 * that of the partial index of these few, which SQLite would not choose by itself.
 */
export const answeredWaiting = (user: number | Placeholder) => sql`posting_fact
  indexed by posting_fact_answered_waiting
  where user_id = ${user} and reached > 1 and posting_status in ('4 - No Response', '')`;

const isAnswered = (user: number | Placeholder, how = sql``) =>
  sql`${jobPosting.id} in (select job_posting_id from ${answeredWaiting(user)}${how})`;

const refused = sql` and ending = 'rejected'`;

/** Condition: active by its status; what is active by its log is apart, so that both are found by an index. */
export const isActiveByStatus = (user: SqlUser) => countsAs(posting_status, user, activeStatuses);

/** Condition: still "No Response" by its status, and answered by its log. */
export const isActiveByLog = (user: number | Placeholder) =>
  isAnswered(user, sql` and ending <> 'rejected'`);

/**
 * Conditions of the groups of a user's postings. Waiting has no answer yet: what is answered by its log is active, or
 * closed where the answer was a rejection.
 */
export function postingGroups(user: number | Placeholder) {
  const { saved, waiting, accepted } = groupStatuses;
  return {
    active: or(isActiveByStatus(user), isActiveByLog(user)),
    saved: countsAs(posting_status, user, saved),
    waiting: and(countsAs(posting_status, user, waiting), not(isAnswered(user))),
    accepted: countsAs(posting_status, user, accepted),
    closed: or(
      countsAsNone(posting_status, user, Object.values(groupStatuses).flat()),
      isAnswered(user, refused),
    ),
  } satisfies Record<PostingGroup, SQL | undefined>;
}

export type StandingCount = { status: string; group: PostingGroup; count: number };

/** How many of the actor's postings that a condition lets through have which status and stand how. */
export async function countStanding(
  actor: Actor,
  source: SQL | typeof jobPosting,
  where: SQL | undefined,
): Promise<StandingCount[]> {
  const { textsLike, standing } = await statusesOf(actor);
  const counts = getDb().all<{ status: string; count: number }>(sql`
    select ${posting_status} as status, count(*) as count from ${source} where ${where} group by 1`);
  const moves = textsLike(...waitingStatuses).flatMap((status) => [
    { status, group: "closed" as const, how: refused },
    { status, group: "active" as const, how: sql` and ending <> 'rejected'` },
  ]);
  const isMoved = moves.map(
    ({ status, how }) => sql`count(*) filter (where ${eq(posting_status, status)}
      and ${isAnswered(actor.user_id, how)})`,
  );
  const answered = getDb().all<{ counts: string }>(sql`
    select json_array(${sql.join(isMoved, sql`, `)}) as counts
    from ${jobPosting} where ${and(where, isAnswered(actor.user_id))}`);
  const [byStatus, [odd]] = await Promise.all([counts, answered]);
  const found = JSON.parse(odd?.counts ?? "[]") as number[];
  const moved = moves.map(
    ({ status, group }, at): StandingCount => ({ status, group, count: found[at] ?? 0 }),
  );
  const rest = byStatus.map(({ status, count }): StandingCount => {
    const its = moved.filter((row) => row.status === status);
    return {
      status,
      group: groupOf(standing(status)),
      count: its.reduce((n, row) => n - row.count, count),
    };
  });
  return [...rest, ...moved];
}

function groupOf(status: string): PostingGroup {
  const found = Object.entries(groupStatuses).find(([, statuses]) => statuses.includes(status));
  return (found?.[0] as PostingGroup | undefined) ?? "closed";
}
