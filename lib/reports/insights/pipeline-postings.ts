import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, localDay } from "../../dates.ts";
import { statusesOf } from "../../statuses/queries.ts";
import { reportRows } from "../report-rows.ts";
import { answeredWaitingAt } from "./answered-waiting.ts";
import { spansAt, statusKindSql } from "./pipeline.ts";
import { tableParts } from "./queries.ts";
import type { PipelineView } from "./schema.ts";

export type PipelinePostingRow = {
  id: number;
  company_name: string;
  posting_title: string;
  /** status at the end of the day, and since when */
  status_then: string;
  since: string;
  status_now: string;
  site_name: string;
};

const sorts: Record<string, SQL> = {
  since: sql`x.starts_at`,
  company_name: sql`p.company_name collate nocase`,
  posting_title: sql`p.posting_title collate nocase`,
  status_then: sql`x.posting_status`,
};

export const pipelinePostingSorts = Object.keys(sorts);

const columns = sql`p.id, p.company_name, p.posting_title, x.posting_status as status_then,
  x.starts_at as since, p.posting_status as status_now, s.site_name`;
const joinedTables = sql`join job_posting p on p.id = x.job_posting_id join job_site s on s.id = p.job_site_id`;

async function spansSql(actor: Actor, day: string, kind: PipelineView["kind"]): Promise<SQL> {
  const statuses = await statusesOf(actor);
  const answered = answeredWaitingAt(actor, addDays(day, 1));
  const fits = kind
    ? sql`and case when job_posting_id in (select job_posting_id from (${answered}))
        then job_posting_id in (select job_posting_id from (${answered}) where kind = ${kind})
        else ${statusKindSql(sql`posting_status`, statuses)} = ${kind} end`
    : sql``;
  return sql`select job_posting_id, posting_status, starts_at from posting_span
    where ${spansAt(actor, day)} ${fits}`;
}

/** One page of the postings in the pipeline at the end of a day, with their status at that time. */
export async function searchPipelinePostings(actor: Actor, day: string, view: PipelineView) {
  const { size, direction, limit, found } = tableParts(view);
  const by = Object.hasOwn(sorts, view.sort) ? view.sort : "since";
  const spans = await spansSql(actor, day, view.kind);
  // Sorted by date, the page is taken from the narrow spans before the join, so that few postings are read.
  const pageBeforeJoin = by === "since" && !view.q;
  const source = pageBeforeJoin
    ? sql`(${spans} order by starts_at ${direction}, job_posting_id ${direction} ${limit}) x`
    : sql`(${spans}) x`;
  const total = reportRows<{ total: number }>(
    view.q
      ? sql`select count(*) as total from (${spans}) x ${joinedTables} where ${found}`
      : sql`select count(*) as total from (${spans})`,
  );
  const rows = await reportRows<PipelinePostingRow>(sql`
    select ${columns} from ${source} ${joinedTables} where ${found}
    order by ${sorts[by]} ${direction}, p.id ${direction} ${pageBeforeJoin ? sql`` : limit}`);
  return { total: (await total)[0]?.total ?? 0, size, rows: rows.map(withLocalDay(actor)) };
}

/** All postings in the pipeline at the end of a day, for a download. */
export async function allPipelinePostings(actor: Actor, day: string, kind: PipelineView["kind"]) {
  const spans = await spansSql(actor, day, kind);
  const rows = await reportRows<PipelinePostingRow>(sql`
    select ${columns} from (${spans}) x ${joinedTables} order by p.id`);
  return rows.map(withLocalDay(actor));
}

const withLocalDay = (actor: Actor) => (row: PipelinePostingRow) => ({
  ...row,
  since: localDay(row.since, actor.time_zone),
});
