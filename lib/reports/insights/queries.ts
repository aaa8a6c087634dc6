import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, localDay, today } from "../../dates.ts";
import { contains } from "../../lists/filters.ts";
import { localDateSql, sinceDay } from "../../records/days.ts";
import { dashboardDates } from "../dashboard/queries.ts";
import { reportRows } from "../report-rows.ts";
import type { TableView } from "./schema.ts";
import type { Grouping } from "./values.ts";

/** The condition on `posting_fact` for applications since the start of a local day. */
export function appliedSince(actor: Actor, day: string): SQL {
  return sql`user_id = ${actor.user_id} and applied and ${sinceDay(sql`applied_at`, day, actor.time_zone)}`;
}

/** The default start of reports: the first dashboard date, else the first application, else 90 days ago. */
export async function firstDay(actor: Actor): Promise<string> {
  const [row] = await reportRows<{ first: string | null }>(sql`
    select min(applied_at) as first from posting_fact where user_id = ${actor.user_id}`);
  const fallback = row?.first
    ? localDay(row.first, actor.time_zone)
    : addDays(today(actor.time_zone), -90);
  return (await dashboardDates(actor, { first: fallback, second: fallback })).first;
}

/** The days of the first and the last application, and how many have none. */
export type AppliedSpan = { first: string | null; last: string | null; undated: number };

/** The span of days of all applications, for what a report says that has nothing to show. */
export async function appliedSpan(actor: Actor): Promise<AppliedSpan> {
  const [row] = await reportRows<AppliedSpan>(sql`
    select min(applied_at) as first, max(applied_at) as last,
      count(*) filter (where applied_at is null) as undated
    from posting_fact where user_id = ${actor.user_id} and applied`);
  const day = (moment: string | null | undefined) =>
    moment ? localDay(moment, actor.time_zone) : null;
  return { first: day(row?.first), last: day(row?.last), undated: row?.undated ?? 0 };
}

/** SQL for a list of texts, as `in` takes it. */
export const sqlList = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/** The number of applications without a date, which reports by date leave out. */
export async function countUndated(actor: Actor): Promise<number> {
  const [row] = await reportRows<{ undated: number }>(sql`
    select count(*) as undated from posting_fact
    where user_id = ${actor.user_id} and applied and applied_at is null`);
  return row?.undated ?? 0;
}

/** SQL for the group key of each grouping, as text. */
export const groupingColumn: Record<Exclude<Grouping, "weekday">, SQL> = {
  site: sql`cast(job_site_id as text)`,
  through: sql`posting_url_domain`,
  place: sql`location_type`,
  employment: sql`employment_type`,
  outreach: sql`case when outreach then 'With outreach' else 'Without' end`,
  title: sql`posting_title`,
};

/** Gives the label of a group by its key, as text: a site's name for its id, "Not said" for nothing. */
export async function groupLabels(actor: Actor, by?: Grouping): Promise<(key: string) => string> {
  const sites =
    by === "site"
      ? await reportRows<{ id: number; site_name: string }>(sql`
          select id, site_name from job_site where user_id = ${actor.user_id}`)
      : [];
  const names = new Map(sites.map(({ id, site_name }) => [String(id), site_name || "No name"]));
  return (key) => names.get(key) ?? (key || "Not said");
}

/** The contacts per week that the unemployment office requires; null for none. */
export async function getRequiredContacts(actor: Actor): Promise<number | null> {
  const [row] = await getDb()
    .select({ required: user.required_contacts })
    .from(user)
    .where(eq(user.id, actor.user_id));
  return row?.required ?? null;
}

/** `localDateSql` of `applied_at` for the rows of a table with a condition; null if there are none. */
export async function appliedDateSql(actor: Actor, rows: SQL): Promise<SQL | null> {
  const [span] = await reportRows<{ first: string | null; last: string }>(sql`
    select min(applied_at) as first, max(applied_at) as last from ${rows}`);
  if (!span?.first) return null;
  return localDateSql(sql`applied_at`, actor.time_zone, span.first, span.last);
}

/** The limit of a page with "all"; the CSV has every row. */
const maxRows = 2000;

/** A table's view as parts of a query, in which `p` is a posting and `s` its site; `found` is its search. */
export function tableParts({ q, dir, show, page }: TableView) {
  const size = show === "all" ? maxRows : Number(show);
  const texts = [sql`p.company_name`, sql`p.posting_title`, sql`s.site_name`];
  const matches = texts.map((text) => contains(text, q));
  return {
    size,
    direction: sql.raw(dir === "asc" ? "asc" : "desc"),
    limit: sql`limit ${size} offset ${(page - 1) * size}`,
    found: q ? sql`(${sql.join(matches, sql` or `)})` : sql`true`,
  };
}
