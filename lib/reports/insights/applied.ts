import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../accounts/auth/actor.ts";
import { localDay } from "../../dates.ts";
import { sinceDay } from "../../records/days.ts";
import { countsAsNone } from "../../statuses/conditions.ts";
import { savedStatus } from "../../statuses/documented.ts";
import { cachedReport } from "../cached-report.ts";
import { reportRows } from "../report-rows.ts";
import { inFunnel } from "./funnel.ts";
import { appliedDateSql, appliedSince, tableParts } from "./queries.ts";
import type { FunnelView, TableView } from "./schema.ts";

export type ApplicationRow = {
  id: number;
  company_name: string;
  posting_title: string;
  posting_status: string;
  /** null for a saved posting that was not applied to */
  applied_at: string | null;
  rejected_after_stage: string;
  site_id: number;
  site_name: string;
};

const sorts: Record<string, SQL> = {
  company_name: sql`p.company_name collate nocase`,
  posting_title: sql`p.posting_title collate nocase`,
  posting_status: sql`p.posting_status`,
  applied_at: sql`p.applied_at`,
  rejected_after_stage: sql`p.rejected_after_stage`,
  site_name: sql`s.site_name collate nocase`,
};

export const appliedSorts = Object.keys(sorts);

/** One page of the applications since a day, sorted and filtered by the view. */
export async function searchApplied(
  actor: Actor,
  since: string,
  view: TableView & Partial<Pick<FunnelView, "stage" | "exit">>,
  now = Date.now(),
) {
  const { size, direction, limit, found } = tableParts(view);
  const column = Object.hasOwn(sorts, view.sort) ? sorts[view.sort] : sorts.applied_at;
  // Without a stage, the indexes of job_posting give each order; with one, its few ids are found first.
  const condition = view.stage
    ? sql`p.id in (select job_posting_id from posting_fact
        where ${inFunnel(actor, since, { ...view, stage: view.stage }, now)})`
    : sql`${sinceDay(sql`p.applied_at`, since, actor.time_zone)} and ${countsAsNone(sql`p.posting_status`, actor.user_id, [savedStatus])}`;
  const from = sql`from job_posting p join job_site s on s.id = p.job_site_id
    where p.user_id = ${actor.user_id} and p.deleted_at is null and ${condition} and ${found}`;
  const total = reportRows<{ total: number }>(sql`select count(*) as total ${from}`);
  const rows = await reportRows<ApplicationRow>(sql`
    select p.id, p.company_name, p.posting_title, p.posting_status, p.applied_at,
      p.rejected_after_stage, s.id as site_id, s.site_name
    ${from} order by ${column} ${direction}, p.id ${direction} ${limit}`);
  return {
    total: (await total)[0]?.total ?? 0,
    size,
    rows: rows.map((row) => ({
      ...row,
      applied_at: row.applied_at && localDay(row.applied_at, actor.time_zone),
    })),
  };
}

/** Applications per month (`YYYY-MM`) since a day, oldest first; months without any are left out. */
export const appliedPerMonth = cachedReport(async (actor: Actor, since: string) => {
  const rows = sql`posting_fact where ${appliedSince(actor, since)}`;
  const date = await appliedDateSql(actor, rows);
  if (!date) return [];
  return reportRows<{ month: string; count: number }>(sql`
    select substr(${date}, 1, 7) as month, count(*) as count from ${rows} group by 1 order by 1`);
});
