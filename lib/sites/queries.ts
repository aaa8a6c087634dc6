import "server-only";
import { and, asc, count, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { prepared } from "../../db/prepared-query.ts";
import { jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { asOwned, type Owned } from "../accounts/auth/owned.ts";
import { isFound, isNamed, type Sought, seek } from "../search/matching.ts";
import { excerptsOf } from "../search/queries.ts";
import type { SiteFilter } from "./schema.ts";

export type SiteRow = typeof jobSite.$inferSelect;
export type OwnedSite = Owned<SiteRow>;

const live = (actor: Actor) => and(eq(jobSite.user_id, actor.user_id), isNull(jobSite.deleted_at));

const brief = {
  id: jobSite.id,
  site_name: jobSite.site_name,
  site_url: jobSite.site_url,
  rating: jobSite.rating,
  last_visited_at: jobSite.last_visited_at,
  headline: jobSite.headline,
};

const findSite = prepared((db) =>
  db
    .select()
    .from(jobSite)
    .where(eq(jobSite.id, sql.placeholder("id")))
    .prepare(),
);

/** The whole site. Throws `NotFound`, or `Forbidden` where it is another person's. */
export async function getSite(actor: Actor, id: number): Promise<OwnedSite> {
  return asOwned(actor, await findSite().get({ id }));
}

/** Every site in brief, by id: the documented list. */
export async function allSites(actor: Actor) {
  return getDb().select(brief).from(jobSite).where(live(actor)).orderBy(asc(jobSite.id));
}

// Named by hand: in a select from one table the columns lose their table's name.
const postingCount = sql<number>`(select count(*) from job_posting p
  where p.job_site_id = job_site.id and p.deleted_at is null)`;

const sortColumns: Record<Exclude<SiteFilter["sort"], "best">, SQL> = {
  site_name: sql`${jobSite.site_name} collate nocase`,
  rating: sql`${jobSite.rating}`,
  posting_count: postingCount,
  last_visited_at: sql`${jobSite.last_visited_at}`,
};

/** One page of the sites table, each with the number of its postings, and the filter's count; 50 rows a page. */
export async function searchSites(actor: Actor, filter: SiteFilter, size = 50) {
  const db = getDb();
  const sought = filter.q ? await seek(actor, "job_site", filter.q) : null;
  const where = and(live(actor), filter.q ? isFound(sought, sql`${jobSite.id}`) : undefined);
  const [[counted], rows] = await Promise.all([
    db.select({ total: count() }).from(jobSite).where(where),
    db
      .select({ ...brief, posting_count: postingCount })
      .from(jobSite)
      .where(where)
      .orderBy(...orderOf(filter, sought))
      .limit(size)
      .offset((filter.page - 1) * size),
  ]);
  const excerpts = await excerptsOf(
    sought,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map((row) => ({ ...row, excerpt: excerpts.get(row.id) })),
    total: counted?.total ?? 0,
    words: sought?.words ?? [],
  };
}

function orderOf(filter: SiteFilter, sought: Sought | null): SQL[] {
  const first = sought && filter.sort === "best" ? [desc(isNamed(sought, sql`${jobSite.id}`))] : [];
  const sort = filter.sort === "best" ? "site_name" : filter.sort;
  const order = siteSortDirection({ ...filter, sort }) === "desc" ? desc : asc;
  return [...first, order(sortColumns[sort]), order(jobSite.id)];
}

export type SiteTableRow = Awaited<ReturnType<typeof searchSites>>["rows"][number];

/** The direction that a sort has when the address names none: names from A, else the most first. */
export function siteSortDirection({ sort, dir }: Pick<SiteFilter, "sort" | "dir">) {
  return dir ?? (sort === "site_name" ? "asc" : "desc");
}

/** Id and name of every site, by name: for pickers. */
export async function siteNames(actor: Actor) {
  return getDb()
    .select({ id: jobSite.id, site_name: jobSite.site_name })
    .from(jobSite)
    .where(live(actor))
    .orderBy(sql`${jobSite.site_name} collate nocase`, jobSite.id);
}

const findOwn = prepared((db) =>
  db
    .select({ id: jobSite.id })
    .from(jobSite)
    .where(
      and(
        eq(jobSite.id, sql.placeholder("id")),
        eq(jobSite.user_id, sql.placeholder("user")),
        isNull(jobSite.deleted_at),
      ),
    )
    .prepare(),
);

/** Whether the site is the actor's and not in the trash. */
export async function ownsSite(actor: Actor, id: number): Promise<boolean> {
  return (await findOwn().get({ id, user: actor.user_id })) !== undefined;
}
