import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs } from "../dates.ts";
import { type KindName, kinds } from "../kinds.ts";
import type { Position } from "../lists/paging.ts";
import { postingKind } from "../postings/kind.ts";
import type { Kind } from "../records/kind.ts";
import { keepDays } from "./commands.ts";
import type { TrashFilter } from "./schema.ts";

type Found = {
  kind: KindName;
  id: number;
  name: string;
  detail: string;
  deleted_at: string;
  /** of a site: how many postings went with it and come back with it */
  posting_count: number;
  /** of a posting: whether its site lies in the trash too */
  restores_site: number;
};

/** The rows of a kind in the actor's trash; `t` is the row. */
function trashed(actor: Actor, { name, search, trash }: Kind, which?: SQL): SQL {
  return sql`select ${name} as kind, t.id, ${shown(trash.name)} as name, ${shown(trash.detail)} as detail,
      t.deleted_at,
      ${trash.posting_count ?? sql`0`} as posting_count, ${trash.restores_site ?? sql`0`} as restores_site,
      t.id * ${numbersPerRow} + ${search.number} as position
    from ${sql.identifier(name)} t
    where t.user_id = ${actor.user_id} and t.deleted_at is not null ${which ? sql`and ${which}` : sql``}`;
}

// An expression has no affinity of its own, and SQLite merges sorted parts only where each has that of a column.
const shown = (of: string | SQL) =>
  typeof of === "string" ? sql`t.${sql.identifier(of)}` : sql`cast(${of} as text)`;

// Rows deleted at one moment are ordered by their id and their kind's number, of which there are fewer than this.
const numbersPerRow = 64;

const allOf = (actor: Actor) =>
  sql.join(
    kinds.map((kind: Kind) => trashed(actor, kind, kind.trash.shown)),
    sql` union all `,
  );

const ofSite = (actor: Actor, site: number) =>
  trashed(
    actor,
    postingKind,
    sql`t.job_site_id = ${site}
      and t.deleted_at = (select deleted_at from job_site where id = t.job_site_id)`,
  );

const found = (actor: Actor, site?: number) =>
  site === undefined ? allOf(actor) : ofSite(actor, site);

/**
 * One page of the actor's trash with the count of all, the last deleted first.
 * With `site`, the postings that went with that site.
 */
export async function pageOfTrash(actor: Actor, filter: TrashFilter) {
  const db = getDb();
  const [[counted], rows] = await Promise.all([
    db.all<{ total: number }>(sql`select count(*) as total from (${found(actor, filter.site)})`),
    db.all<
      Found & { position: number }
    >(sql`select * from (${found(actor, filter.site)}) order by deleted_at desc, kind, id
      limit ${filter.rows} offset ${(filter.page - 1) * filter.rows}`),
  ]);
  const shown = rows.map(({ restores_site, position: _, ...row }) => ({
    ...row,
    restores_site: restores_site === 1,
    days_left: daysLeft(row.deleted_at),
  }));
  return { rows: shown, total: counted?.total ?? 0 };
}

/**
 * So much of the actor's trash after a position, the last deleted first, with one row more where others follow.
 */
export async function trashRows(
  actor: Actor,
  { limit, after }: { limit: number; after?: Position | undefined },
) {
  const rows = await getDb().all<Found & { position: number }>(sql`
    select * from (${found(actor)})
    ${after ? sql`where (deleted_at, position) < (${after.value}, ${after.id})` : sql``}
    order by deleted_at desc, position desc limit ${limit + 1}`);
  return rows.map((row) => ({ ...row, days_left: daysLeft(row.deleted_at) }));
}

export type TrashRow = Awaited<ReturnType<typeof pageOfTrash>>["rows"][number];

/** How many rows of each kind the actor's trash has, those that went with a site included; none of the empty kinds. */
export async function countTrash(actor: Actor): Promise<{ kind: KindName; rows: number }[]> {
  const counts = kinds.map(
    ({ name }: Kind) => sql`select ${name} as kind, count(*) as rows from ${sql.identifier(name)}
      where user_id = ${actor.user_id} and deleted_at is not null`,
  );
  const all = await getDb().all<{ kind: KindName; rows: number }>(
    sql.join(counts, sql` union all `),
  );
  return all.filter(({ rows }) => rows > 0);
}

export type TrashCounts = Awaited<ReturnType<typeof countTrash>>;

/** The name of a site in the actor's trash, or undefined. */
export async function trashedSiteName(actor: Actor, id: number): Promise<string | undefined> {
  const [row] = await getDb().all<{ site_name: string }>(sql`select site_name from job_site
    where id = ${id} and user_id = ${actor.user_id} and deleted_at is not null`);
  return row?.site_name;
}

/** Whole days until the purge, today included: 30 just after the deletion, never below 0. */
function daysLeft(deletedAt: string): number {
  const age = Date.now() - Date.parse(`${deletedAt.slice(0, 23)}Z`);
  return Math.max(0, Math.ceil(keepDays - age / dayMs));
}
