import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { localDay } from "../../dates.ts";
import { contains } from "../../lists/text-match.ts";
import { kindOf, standingAt } from "./pipeline.ts";
import type { PipelineView } from "./schema.ts";

export type StandingRow = {
  id: number;
  company_name: string;
  posting_title: string;
  /** what it had on that day, and since when */
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

export const standingSorts = Object.keys(sorts);
const mostRows = 2000;

const columns = sql`p.id, p.company_name, p.posting_title, x.posting_status as status_then,
  x.starts_at as since, p.posting_status as status_now, s.site_name`;
const joined = sql`join job_posting p on p.id = x.job_posting_id join job_site s on s.id = p.job_site_id`;

function spans(actor: Actor, day: string, kind: PipelineView["kind"]): SQL {
  const fits = kind ? sql`and ${kindOf(sql`posting_status`)} = ${kind}` : sql``;
  return sql`select job_posting_id, posting_status, starts_at from posting_span
    where ${standingAt(actor, day)} ${fits}`;
}

/** One page of the postings that stood in the pipeline at the end of a day, with the status that each had then. */
export async function searchStanding(actor: Actor, day: string, view: PipelineView) {
  const size = view.show === "all" ? mostRows : Number(view.show);
  const offset = (view.page - 1) * size;
  const by = Object.hasOwn(sorts, view.sort) ? view.sort : "since";
  const down = sql.raw(view.dir === "asc" ? "asc" : "desc");
  const found = spans(actor, day, view.kind);
  const words = [sql`p.company_name`, sql`p.posting_title`, sql`s.site_name`].map((field) =>
    contains(field, view.q),
  );
  const fits = view.q ? sql`where (${sql.join(words, sql` or `)})` : sql``;
  const page = sql`limit ${size} offset ${offset}`;
  // By day, the page is cut from the narrow spans first, so that few postings are read.
  const early = by === "since" && !view.q;
  const source = early
    ? sql`(${found} order by starts_at ${down}, job_posting_id ${down} ${page}) x`
    : sql`(${found}) x`;
  const total = getDb().all<{ total: number }>(
    view.q
      ? sql`select count(*) as total from (${found}) x ${joined} ${fits}`
      : sql`select count(*) as total from (${found})`,
  );
  const rows = await getDb().all<StandingRow>(sql`
    select ${columns} from ${source} ${joined} ${fits}
    order by ${sorts[by]} ${down}, p.id ${down} ${early ? sql`` : page}`);
  return { total: (await total)[0]?.total ?? 0, size, rows: rows.map(local(actor)) };
}

/** All of them, for a download. */
export async function allStanding(actor: Actor, day: string, kind: PipelineView["kind"]) {
  const rows = await getDb().all<StandingRow>(sql`
    select ${columns} from (${spans(actor, day, kind)}) x ${joined} order by p.id`);
  return rows.map(local(actor));
}

const local = (actor: Actor) => (row: StandingRow) => ({
  ...row,
  since: localDay(row.since, actor.time_zone),
});
