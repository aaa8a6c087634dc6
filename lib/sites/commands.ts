import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { jobPosting, jobSite } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { now } from "../dates.ts";
import { seal } from "../secrets.ts";
import type { OwnedSite, SiteRow } from "./queries.ts";
import type { SiteInput } from "./schema.ts";

const own = (actor: Actor, id: number) =>
  and(eq(jobSite.id, id), eq(jobSite.user_id, actor.user_id), isNull(jobSite.deleted_at));

/** Adds a site. */
export async function createSite(actor: Actor, input: SiteInput): Promise<SiteRow> {
  const [row] = await getDb()
    .insert(jobSite)
    .values({ ...sealed(input), user_id: actor.user_id })
    .returning();
  return row as SiteRow;
}

/** Writes the given fields and leaves the others. */
export async function updateSite(actor: Actor, site: OwnedSite, input: SiteInput): Promise<void> {
  await getDb()
    .update(jobSite)
    .set({ ...sealed(input), updated_at: now() })
    .where(own(actor, site.id));
}

/**
 * Moves the site and its postings to the trash under one moment, by which they are restored together.
 * Postings that lay in the trash already keep their own moment.
 */
export async function deleteSite(actor: Actor, site: OwnedSite): Promise<void> {
  const deleted_at = now();
  await atomically([
    getDb()
      .update(jobPosting)
      .set({ deleted_at })
      .where(and(eq(jobPosting.job_site_id, site.id), isNull(jobPosting.deleted_at))),
    getDb().update(jobSite).set({ deleted_at }).where(own(actor, site.id)),
  ]);
}

/** Notes that the person looked at the site just now. */
export async function visitSite(actor: Actor, site: OwnedSite): Promise<void> {
  await updateSite(actor, site, { last_visited_at: now() });
}

function sealed(input: SiteInput): SiteInput {
  if (input.site_password === undefined) return input;
  return { ...input, site_password: seal(input.site_password) };
}
