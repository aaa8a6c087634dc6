import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { dayStart, localDay } from "../../dates.ts";
import { contains } from "../../lists/text-match.ts";
import { savedStatus } from "../../postings/values.ts";
import { cachedReport } from "./cached-report.ts";
import { inFunnel } from "./funnel.ts";
import { localDate } from "./local.ts";
import { appliedSince } from "./queries.ts";
import type { FunnelView, TableView } from "./schema.ts";

export type AppliedRow = {
  id: number;
  company_name: string;
  posting_title: string;
  posting_status: string;
  /** null of what is saved and not applied to */
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
/** The most rows on one page, "all" included: the rest is in the CSV. */
const mostRows = 2000;

/** One page of the applications since a day: the documented report's rows, sorted and filtered as asked. */
export async function searchApplied(
  actor: Actor,
  since: string,
  view: TableView & Partial<Pick<FunnelView, "stage" | "exit">>,
  now = Date.now(),
) {
  const size = view.show === "all" ? mostRows : Number(view.show);
  const column = Object.hasOwn(sorts, view.sort) ? sorts[view.sort] : sorts.applied_at;
  const down = sql.raw(view.dir === "asc" ? "asc" : "desc");
  const words = [sql`p.company_name`, sql`p.posting_title`, sql`s.site_name`].map((field) =>
    contains(field, view.q),
  );
  // Without a stage the postings' own indexes give each order; a stage is few postings, found first.
  const start = dayStart(since, actor.time_zone);
  const which = view.stage
    ? sql`p.id in (select job_posting_id from posting_fact
        where ${inFunnel(actor, since, { ...view, stage: view.stage }, now)})`
    : sql`p.applied_at >= ${start} and p.posting_status <> ${savedStatus}`;
  const from = sql`from job_posting p join job_site s on s.id = p.job_site_id
    where p.user_id = ${actor.user_id} and p.deleted_at is null and ${which}
      ${view.q ? sql`and (${sql.join(words, sql` or `)})` : sql``}`;
  const total = getDb().all<{ total: number }>(sql`select count(*) as total ${from}`);
  const rows = await getDb().all<AppliedRow>(sql`
    select p.id, p.company_name, p.posting_title, p.posting_status, p.applied_at,
      p.rejected_after_stage, s.id as site_id, s.site_name
    ${from} order by ${column} ${down}, p.id ${down}
    limit ${size} offset ${(view.page - 1) * size}`);
  return {
    total: (await total)[0]?.total ?? 0,
    size,
    rows: rows.map((row) => ({
      ...row,
      applied_at: row.applied_at && localDay(row.applied_at, actor.time_zone),
    })),
  };
}

/** Applications since a day for each month that had some, `YYYY-MM`, oldest first. */
export const appliedPerMonth = cachedReport(async (actor: Actor, since: string) => {
  const [span] = await getDb().all<{ first: string | null; last: string }>(sql`
    select min(applied_at) as first, max(applied_at) as last from posting_fact
    where ${appliedSince(actor, since)}`);
  if (!span?.first) return [];
  const date = localDate(sql`applied_at`, actor.time_zone, span.first, span.last);
  return getDb().all<{ month: string; count: number }>(sql`
    select substr(${date}, 1, 7) as month, count(*) as count from posting_fact
    where ${appliedSince(actor, since)} group by 1 order by 1`);
});
