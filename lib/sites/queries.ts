import "server-only";
import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { jobPosting, jobSite } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { asOwned, type Owned } from "../auth/owned.ts";

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

/** The whole site. Throws `NotFound`, or `Forbidden` where it is another person's. */
export async function getSite(actor: Actor, id: number): Promise<OwnedSite> {
  const [row] = await getDb().select().from(jobSite).where(eq(jobSite.id, id));
  return asOwned(actor, row);
}

/** Every site in brief, by id: the documented list. */
export async function allSites(actor: Actor) {
  return getDb().select(brief).from(jobSite).where(live(actor)).orderBy(asc(jobSite.id));
}

/** Sites by name with the number of their postings, for the sites page. */
export async function sitesWithCounts(actor: Actor) {
  return getDb()
    .select({
      ...brief,
      posting_count: sql<number>`(select count(*) from ${jobPosting}
        where ${jobPosting.job_site_id} = ${jobSite.id} and ${jobPosting.deleted_at} is null)`,
    })
    .from(jobSite)
    .where(live(actor))
    .orderBy(sql`${jobSite.site_name} collate nocase`, jobSite.id);
}

export type SiteWithCount = Awaited<ReturnType<typeof sitesWithCounts>>[number];

/** Id and name of every site, by name: for pickers. */
export async function siteNames(actor: Actor) {
  return getDb()
    .select({ id: jobSite.id, site_name: jobSite.site_name })
    .from(jobSite)
    .where(live(actor))
    .orderBy(sql`${jobSite.site_name} collate nocase`, jobSite.id);
}

/** Whether the site is the actor's and not in the trash. */
export async function ownsSite(actor: Actor, id: number): Promise<boolean> {
  const rows = await getDb()
    .select({ id: jobSite.id })
    .from(jobSite)
    .where(and(eq(jobSite.id, id), live(actor)));
  return rows.length > 0;
}

/** How many sites the actor has. */
export async function countSites(actor: Actor): Promise<number> {
  const [row] = await getDb().select({ total: count() }).from(jobSite).where(live(actor));
  return row?.total ?? 0;
}
