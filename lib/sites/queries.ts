import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { preparedQuery } from "../../db/prepared-query.ts";
import { jobSite } from "../../db/schema/tracker.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { tablePage, tableQuery } from "../lists/table-page.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import { type SiteFilter, siteSorting } from "./schema.ts";

export type SiteRow = typeof jobSite.$inferSelect;
export type OwnedSite = Owned<SiteRow>;

/** The whole site. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getSite = ownedRowReader(jobSite);

// Raw names: in a select from a single table Drizzle strips the table from column names.
const postingCount = sql<number>`(select count(*) from job_posting p
  where p.job_site_id = job_site.id and p.deleted_at is null)`;

const lookEvery = sql<number | null>`(select f.repeat_days from follow_up f
  where f.job_site_id = job_site.id and f.state = 'open' and f.repeat_days is not null
    and f.deleted_at is null order by f.id limit 1)`;

const sortColumns: Record<Exclude<SiteFilter["sort"], "best">, SQL> = {
  site_name: sql`${jobSite.site_name} collate nocase`,
  rating: sql`${jobSite.rating}`,
  posting_count: postingCount,
  last_visited_at: sql`${jobSite.last_visited_at}`,
};

/** One page of the sites table, each with the number of its postings, and the filter's count. */
export async function searchSites(actor: Actor, filter: SiteFilter) {
  const db = getDb();
  const table = { sorting: siteSorting, columns: sortColumns };
  const { match, found, order, range } = await tableQuery(actor, "job_site", filter, table);
  const where = and(live(jobSite, actor.user_id), found);
  const [total, rows] = await Promise.all([
    db.$count(jobSite, where),
    db
      .select({
        id: jobSite.id,
        site_name: jobSite.site_name,
        site_url: jobSite.site_url,
        rating: jobSite.rating,
        last_visited_at: jobSite.last_visited_at,
        headline: jobSite.headline,
        posting_count: postingCount,
        look_every: lookEvery,
      })
      .from(jobSite)
      .where(where)
      .orderBy(...order)
      .limit(range.limit)
      .offset(range.offset),
  ]);
  return tablePage(match, rows, total);
}

export type SiteTableRow = Awaited<ReturnType<typeof searchSites>>["rows"][number];

/** Id and name of every site, by name: for pickers. */
export async function siteNames(actor: Actor) {
  return getDb()
    .select({ id: jobSite.id, site_name: jobSite.site_name })
    .from(jobSite)
    .where(live(jobSite, actor.user_id))
    .orderBy(sql`${jobSite.site_name} collate nocase`, jobSite.id);
}

const findOwn = preparedQuery((db) =>
  db
    .select({ id: jobSite.id })
    .from(jobSite)
    .where(and(eq(jobSite.id, sql.placeholder("id")), live(jobSite)))
    .prepare(),
);

/** Whether the site is the actor's and not in the trash. */
export async function ownsSite(actor: Actor, id: number): Promise<boolean> {
  return (await findOwn().get({ id, user: actor.user_id })) !== undefined;
}
