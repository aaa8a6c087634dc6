import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { TrashFilter } from "./schema.ts";
import { keepDays, type TrashKind } from "./values.ts";

const day = 86_400_000;

type Found = {
  kind: TrashKind;
  id: number;
  name: string;
  detail: string;
  deleted_at: string;
  /** of a site: how many postings went with it and come back with it */
  posting_count: number;
  /** of a posting: whether its site lies in the trash too */
  brings_site: number;
};

const sites = (actor: Actor) => sql`
  select 'site' as kind, s.id, s.site_name as name, s.headline as detail, s.deleted_at,
    (select count(*) from job_posting p
      where p.job_site_id = s.id and p.deleted_at = s.deleted_at) as posting_count,
    0 as brings_site
  from job_site s where s.user_id = ${actor.user_id} and s.deleted_at is not null`;

const postings = (actor: Actor) => sql`
  select 'posting' as kind, p.id, p.company_name as name, p.posting_title as detail, p.deleted_at,
    0 as posting_count, s.deleted_at is not null as brings_site
  from job_posting p join job_site s on s.id = p.job_site_id
  where p.user_id = ${actor.user_id} and p.deleted_at is not null`;

const opportunities = (actor: Actor) => sql`
  select 'opportunity' as kind, o.id, o.job_title as name, o.recruiter_name as detail, o.deleted_at,
    0 as posting_count, 0 as brings_site
  from email_opportunity o where o.user_id = ${actor.user_id} and o.deleted_at is not null`;

/** A row's place in the trash: its moment, and a number of its own. */
type Place = { value: string | number; id: number };

// A posting that went with its site is shown under that site, so that one delete is one row.
const found = (actor: Actor, site: number | undefined) =>
  site === undefined
    ? sql`${sites(actor)} union all ${postings(actor)} and s.deleted_at is not p.deleted_at
        union all ${opportunities(actor)}`
    : sql`${postings(actor)} and s.id = ${site} and s.deleted_at = p.deleted_at`;

/**
 * One page of the actor's trash with the count of all, the last deleted first; 50 rows a page.
 * With `site`, the postings that went with that site.
 */
export async function pageOfTrash(actor: Actor, filter: TrashFilter, size = 50) {
  const db = getDb();
  const [[counted], rows] = await Promise.all([
    db.all<{ total: number }>(sql`select count(*) as total from (${found(actor, filter.site)})`),
    db.all<Found>(sql`select * from (${found(actor, filter.site)}) order by deleted_at desc, kind, id
      limit ${size} offset ${(filter.page - 1) * size}`),
  ]);
  const shown = rows.map(({ brings_site, ...row }) => ({
    ...row,
    brings_site: brings_site === 1,
    days_left: daysLeft(row.deleted_at),
  }));
  return { rows: shown, total: counted?.total ?? 0 };
}

/** The actor's trash, the last deleted first: all of it, or `limit` rows and one more behind a place in it. */
export async function trashBehind(actor: Actor, page: { limit: number; after?: Place } | null) {
  const { after, limit = -2 } = page ?? {};
  const rows = await getDb().all<Found & { place: number }>(sql`
    select *, id * 3 + case kind when 'site' then 0 when 'posting' then 1 else 2 end as place
    from (${found(actor, undefined)})
    ${after ? sql`where (deleted_at, place) < (${after.value}, ${after.id})` : sql``}
    order by deleted_at desc, place desc limit ${limit + 1}`);
  return rows.map((row) => ({ ...row, days_left: daysLeft(row.deleted_at) }));
}

export type TrashRow = Awaited<ReturnType<typeof pageOfTrash>>["rows"][number];

/** The name of a site of the actor's that lies in the trash, or undefined. */
export async function trashedSiteName(actor: Actor, id: number): Promise<string | undefined> {
  const [row] = await getDb().all<{ site_name: string }>(sql`select site_name from job_site
    where id = ${id} and user_id = ${actor.user_id} and deleted_at is not null`);
  return row?.site_name;
}

/** Whole days until the purge may take it, today included: 30 just after the delete, never below 0. */
function daysLeft(deletedAt: string): number {
  const age = Date.now() - Date.parse(`${deletedAt.slice(0, 23)}Z`);
  return Math.max(0, Math.ceil(keepDays - age / day));
}
