import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { toStored } from "../../dates.ts";
import { quietStatus, savedStatus } from "../../postings/values.ts";
import { cachedReport } from "./cached-report.ts";
import { appliedSince } from "./queries.ts";
import {
  type FunnelExit,
  type FunnelPlace,
  type FunnelStage,
  funnelExits,
  funnelStages,
  silenceAfterDays,
} from "./values.ts";

export type Funnel = {
  since: string;
  /** saved and not applied to yet, whenever that was */
  saved: number;
  /** applications that were saved first, by their logs */
  saved_first: number;
  stages: FunnelRow[];
};

export type FunnelRow = {
  stage: FunnelStage;
  /** applications that came at least so far */
  count: number;
  /** those that ended here, by how, and those that are here still */
  exits: Record<FunnelExit, number>;
  open: number;
};

/**
 * How far the applications since a day came and where they ended, by their logs. What has waited longer than
 * 30 days without a word ended in silence.
 */
export const funnel = cachedReport(
  async (actor: Actor, since: string, now: number = Date.now()): Promise<Funnel> => {
    const limit = toStored(now - silenceAfterDays * 86_400_000);
    const rows = getDb().all<{ reached: number; ending: string; count: number }>(sql`
    select reached, case when ending = '' and posting_status = ${quietStatus}
      and applied_at <= ${limit} then 'silence' else ending end as ending, count(*) as count
    from posting_fact where ${appliedSince(actor, since)} group by 1, 2`);
    const saved = getDb().all<{ count: number }>(sql`
    select count(*) as count from posting_fact where user_id = ${actor.user_id} and not applied`);
    const savedFirst = getDb().all<{ count: number }>(sql`
    select count(*) as count from posting_fact
    where ${appliedSince(actor, since)} and job_posting_id in (${wereSaved(actor)})`);
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

/** The ids of the actor's postings that were saved at some time, by their logs. */
const wereSaved = (actor: Actor): SQL => sql`
  select job_posting_id from posting_span
  where user_id = ${actor.user_id} and posting_status = ${savedStatus}`;

/** The condition on `posting_fact` for what is behind one number of the funnel of applications since a day. */
export function inFunnel(
  actor: Actor,
  since: string,
  { stage, exit }: { stage: FunnelPlace; exit?: FunnelExit | "open" | "on" | undefined },
  now: number = Date.now(),
): SQL {
  const applied = appliedSince(actor, since);
  const saved = sql`user_id = ${actor.user_id} and not applied`;
  const savedFirst = sql`${applied} and job_posting_id in (${wereSaved(actor)})`;
  if (stage === "direct") return sql`${applied} and job_posting_id not in (${wereSaved(actor)})`;
  if (stage === "saved") {
    if (exit === "open") return saved;
    return exit === "on" ? savedFirst : sql`((${saved}) or (${savedFirst}))`;
  }
  const place = funnelStages.indexOf(stage) + 1;
  if (!exit) return sql`${applied} and reached >= ${place}`;
  if (exit === "on") return sql`${applied} and reached > ${place}`;
  const here = sql`${applied} and reached = ${place}`;
  const limit = toStored(now - silenceAfterDays * 86_400_000);
  const gone = sql`(ending = '' and posting_status = ${quietStatus} and applied_at <= ${limit})`;
  if (exit === "open") return sql`${here} and ending = '' and not ${gone}`;
  if (exit === "silence") return sql`${here} and (ending = 'silence' or ${gone})`;
  return sql`${here} and ending = ${exit}`;
}
