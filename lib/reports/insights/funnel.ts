import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { dayMs, toStored } from "../../dates.ts";
import { countsAs } from "../../statuses/conditions.ts";
import { savedStatus, waitingStatuses } from "../../statuses/documented.ts";
import { cachedReport } from "../cached-report.ts";
import { reportRows } from "../report-rows.ts";
import { appliedSince, sqlList } from "./queries.ts";
import { count, dayText } from "./schema.ts";
import {
  type FunnelExit,
  type FunnelPosition,
  funnelExits,
  funnelStages,
  silenceAfterDays,
} from "./values.ts";

/** The API's response of the funnel. */
export const funnelShape = z
  .strictObject({
    since: dayText,
    /** saved and not applied to yet, at any time */
    saved: count,
    /** applications that were saved before, by their event log */
    saved_first: count,
    stages: z.array(
      z.strictObject({
        stage: z.enum(funnelStages),
        /** applications that reached at least this stage */
        count,
        /** those that ended at this stage, by outcome, and those still open at it */
        exits: z.strictObject({
          rejected: count,
          declined: count,
          silence: count,
          withdrawn: count,
        }),
        open: count,
      }),
    ),
  })
  .meta({ id: "Funnel" });

export type Funnel = z.infer<typeof funnelShape>;
export type FunnelRow = Funnel["stages"][number];

/**
 * Conversion funnel: the stages that applications since a day reached and how they ended, by their event
 * logs. An unanswered application older than 30 days counts as silence.
 */
export const funnel = cachedReport(
  async (actor: Actor, since: string, now: number = Date.now()): Promise<Funnel> => {
    const limit = toStored(now - silenceAfterDays * dayMs);
    const rows = reportRows<{ reached: number; ending: string; count: number }>(sql`
    select reached, case when ${silentSince(limit)} then 'silence' else ending end as ending,
      count(*) as count
    from posting_fact where ${appliedSince(actor, since)} group by 1, 2`);
    const saved = reportRows<{ count: number }>(sql`
    select count(*) as count from posting_fact where user_id = ${actor.user_id} and not applied`);
    const savedFirst = reportRows<{ count: number }>(sql`
    select count(*) as count from posting_fact
    where ${appliedSince(actor, since)} and job_posting_id in (${everSaved(actor)})`);
    const counts = await rows;
    const sum = (match: (row: { reached: number; ending: string }) => boolean) =>
      counts.filter(match).reduce((total, { count }) => total + count, 0);
    return {
      since,
      saved: (await saved)[0]?.count ?? 0,
      saved_first: (await savedFirst)[0]?.count ?? 0,
      stages: funnelStages.map((stage, i) => {
        const exit = (name: FunnelExit) =>
          sum(({ reached, ending }) => reached === i + 1 && ending === name);
        return {
          stage,
          count: sum(({ reached }) => reached > i),
          exits: Object.fromEntries(funnelExits.map((name) => [name, exit(name)])) as Record<
            FunnelExit,
            number
          >,
          open: sum(({ reached, ending }) => reached === i + 1 && ending === ""),
        };
      }),
    };
  },
);

// Still waiting by its status, and applied to long ago.
const silentSince = (limit: string): SQL => sql`(ending = '' and applied_at <= ${limit}
  and posting_status in (${sqlList(waitingStatuses)}))`;

/** The ids of the actor's postings that once had the saved status. */
const everSaved = (actor: Actor): SQL => sql`
  select job_posting_id from posting_span
  where user_id = ${actor.user_id}
    and ${countsAs(sql`posting_status`, actor.user_id, [savedStatus])}`;

/** The condition on `posting_fact` for the postings behind one number of the funnel. */
export function inFunnel(
  actor: Actor,
  since: string,
  { stage, exit }: { stage: FunnelPosition; exit?: FunnelExit | "open" | "on" | undefined },
  now: number = Date.now(),
): SQL {
  const applied = appliedSince(actor, since);
  const saved = sql`user_id = ${actor.user_id} and not applied`;
  const savedFirst = sql`${applied} and job_posting_id in (${everSaved(actor)})`;
  if (stage === "direct") return sql`${applied} and job_posting_id not in (${everSaved(actor)})`;
  if (stage === "saved") {
    if (exit === "open") return saved;
    return exit === "on" ? savedFirst : sql`((${saved}) or (${savedFirst}))`;
  }
  const position = funnelStages.indexOf(stage) + 1;
  if (!exit) return sql`${applied} and reached >= ${position}`;
  if (exit === "on") return sql`${applied} and reached > ${position}`;
  const endedHere = sql`${applied} and reached = ${position}`;
  const limit = toStored(now - silenceAfterDays * dayMs);
  const silent = silentSince(limit);
  if (exit === "open") return sql`${endedHere} and ending = '' and not ${silent}`;
  if (exit === "silence") return sql`${endedHere} and (ending = 'silence' or ${silent})`;
  return sql`${endedHere} and ending = ${exit}`;
}
