import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { formatInstant } from "../../dates.ts";
import { cachedReport } from "../cached-report.ts";
import { reportRows } from "../report-rows.ts";
import { appliedSince } from "./queries.ts";
import { count } from "./schema.ts";

/** The API's response of the scores. */
export const scoresShape = z.array(
  z
    .strictObject({
      site_id: z.int(),
      site_name: z.string(),
      applications: count,
      answered: count,
      interviews: count,
      /** median days to the answer; null without dated answers */
      median_days: count.nullable(),
      /** minutes spent on all its applications, per interview */
      minutes_per_interview: z.int().nullable(),
      last_visited_at: z.iso.datetime({ offset: true }),
    })
    .meta({ id: "SiteScore" }),
);

export type SiteScore = z.infer<typeof scoresShape>[number];

/** Return on effort per site for applications since a day, by number of applications. */
export const scorecard = cachedReport(async (actor: Actor, since: string): Promise<SiteScore[]> => {
  const applied = appliedSince(actor, since);
  const rows = await reportRows<SiteScore>(sql`
    with score as (
      select job_site_id, count(*) as applications, sum(reached > 1) as answered,
        sum(reached > 2) as interviews, sum(time_spent) as minutes
      from posting_fact where ${applied} group by 1),
    wait as (
      select job_site_id, answer_days, row_number() over site as place,
        count(*) over (partition by job_site_id) as size
      from posting_fact where ${applied} and +reached > 1 and answer_days is not null
      window site as (partition by job_site_id order by answer_days))
    select s.id as site_id, s.site_name, score.applications, score.answered, score.interviews,
      (select answer_days from wait where wait.job_site_id = s.id and place = (size + 1) / 2)
        as median_days,
      case when score.interviews > 0 then cast(round(1.0 * score.minutes / score.interviews) as integer)
        end as minutes_per_interview,
      s.last_visited_at
    from score join job_site s on s.id = score.job_site_id
    order by score.applications desc, s.site_name, s.id`);
  return rows.map((row) => ({
    ...row,
    last_visited_at: formatInstant(row.last_visited_at, actor.time_zone),
  }));
});
