import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayStart, localDay, today } from "../../dates.ts";
import { dashboardDates } from "../dashboard/queries.ts";
import type { Parting } from "./values.ts";

/** The applications made since the start of a day in the person's zone, for a where over `posting_fact`. */
export function appliedSince(actor: Actor, day: string): SQL {
  return sql`user_id = ${actor.user_id} and applied and applied_at >= ${dayStart(day, actor.time_zone)}`;
}

/** The day that reports begin at: the person's first dashboard date, else that of their first application. */
export async function firstDay(actor: Actor): Promise<string> {
  const [row] = await getDb().all<{ first: string | null }>(sql`
    select min(applied_at) as first from posting_fact where user_id = ${actor.user_id}`);
  const fallback = row?.first
    ? localDay(row.first, actor.time_zone)
    : addDays(today(actor.time_zone), -90);
  return (await dashboardDates(actor, { first: fallback, second: fallback })).first;
}

/** How many applications have no day, so that no report that asks for one can count them. */
export async function countUndated(actor: Actor): Promise<number> {
  const [row] = await getDb().all<{ undated: number }>(sql`
    select count(*) as undated from posting_fact
    where user_id = ${actor.user_id} and applied and applied_at is null`);
  return row?.undated ?? 0;
}

/** The column that parts applications, as text. */
export const partColumn: Record<Exclude<Parting, "weekday">, SQL> = {
  site: sql`cast(job_site_id as text)`,
  through: sql`posting_url_domain`,
  place: sql`location_type`,
  employment: sql`employment_type`,
  outreach: sql`case when outreach then 'With outreach' else 'Without' end`,
  title: sql`posting_title`,
};

/** The names of the actor's sites by id. */
export async function siteLabels(actor: Actor): Promise<Map<string, string>> {
  const rows = await getDb().all<{ id: number; site_name: string }>(sql`
    select id, site_name from job_site where user_id = ${actor.user_id}`);
  return new Map(rows.map(({ id, site_name }) => [String(id), site_name || "No name"]));
}

/** How many contacts a week the person's office asks for; null where none does. */
export async function getRequiredContacts(actor: Actor): Promise<number | null> {
  const [row] = await getDb()
    .select({ required: user.required_contacts })
    .from(user)
    .where(eq(user.id, actor.user_id));
  return row?.required ?? null;
}
