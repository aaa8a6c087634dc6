import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../auth/actor.ts";
import { toStored } from "../../dates.ts";
import { quietStatus } from "../../postings/values.ts";
import { appliedSince } from "../queries.ts";
import {
  type FunnelExit,
  type FunnelStage,
  funnelExits,
  funnelStages,
  silenceAfterDays,
} from "../values.ts";

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
export async function funnel(
  actor: Actor,
  since: string,
  now = Date.now(),
): Promise<{ since: string; saved: number; stages: FunnelRow[] }> {
  const limit = toStored(now - silenceAfterDays * 86_400_000);
  const rows = getDb().all<{ reached: number; ending: string; count: number }>(sql`
    select reached, case when ending = '' and posting_status = ${quietStatus}
      and applied_at <= ${limit} then 'silence' else ending end as ending, count(*) as count
    from posting_fact where ${appliedSince(actor, since)} group by 1, 2`);
  const saved = getDb().all<{ count: number }>(sql`
    select count(*) as count from posting_fact where user_id = ${actor.user_id} and not applied`);
  const counts = await rows;
  const sum = (match: (row: { reached: number; ending: string }) => boolean) =>
    counts.filter(match).reduce((total, { count }) => total + count, 0);
  return {
    since,
    saved: (await saved)[0]?.count ?? 0,
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
}
