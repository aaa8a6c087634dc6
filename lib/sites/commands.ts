import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { preparedInsert } from "../../db/prepared-query.ts";
import { jobSite } from "../../db/schema/tracker.ts";
import type { Actor, Via } from "../accounts/auth/actor.ts";
import { uniqueMoment } from "../dates.ts";
import { logDeleted } from "../events/commands.ts";
import { isOfPostings, trashInterviewsOf } from "../interviews/with-subject.ts";
import { changeInChunks } from "../records/change-in-chunks.ts";
import { updateRow } from "../records/commands.ts";
import { own } from "../records/conditions.ts";
import { encryptField } from "../secrets.ts";
import type { OwnedSite, SiteRow } from "./queries.ts";
import type { SiteInput } from "./schema.ts";

const insertSite = preparedInsert(jobSite);

/** Adds a site. */
export async function createSite(actor: Actor, input: SiteInput): Promise<SiteRow> {
  const [rows] = await atomically([insertSite({ ...sealed(input), user_id: actor.user_id })]);
  return (rows as SiteRow[])[0] as SiteRow;
}

/** Updates the given fields. `first` runs before, in the transaction. */
export async function updateSite(
  actor: Actor,
  site: OwnedSite,
  input: SiteInput,
  first: readonly Statement[] = [],
): Promise<void> {
  await atomically([...first, updateRow(jobSite, actor, site.id, sealed(input))]);
}

/**
 * Moves the site and its postings to the trash under one `deleted_at`, by which they are restored together.
 * Postings that are in the trash already keep theirs. Gives the number of postings that went with it. The site goes
 * first: where the process ends between two chunks of its postings, `finishSiteDeletions` goes on.
 */
export async function deleteSite(
  actor: Actor,
  site: OwnedSite,
  first: readonly Statement[] = [],
): Promise<number> {
  const deleted_at = uniqueMoment();
  const trashSite = getDb()
    .update(jobSite)
    .set({ deleted_at })
    .where(own(jobSite, actor, site.id));
  return trashPostings({ ...site, deleted_at }, actor.via, [...first, trashSite]);
}

type TrashedSite = Pick<SiteRow, "id" | "user_id"> & { deleted_at: string };

async function trashPostings(
  { id, user_id, deleted_at }: TrashedSite,
  via: Via,
  first: readonly Statement[] = [],
): Promise<number> {
  // By the site's index: the person's other postings are not looked at.
  const postings = sql`job_site_id = ${id} and +user_id = ${user_id} and deleted_at is null`;
  // Until the site is restored, which may come between two chunks.
  const isTrashed = sql`exists (select 1 from job_site where id = ${id} and deleted_at = ${deleted_at})`;
  const interviews = sql`user_id = ${user_id} and deleted_at is null and ${isOfPostings(sql`job_site_id = ${id}`)}`;
  await changeInChunks(
    "interview",
    interviews,
    (chunk) => [
      sql`update interview set deleted_at = ${deleted_at} where ${chunk} and ${isTrashed}`,
    ],
    { first },
  );
  return changeInChunks("job_posting", postings, (chunk) => [
    logDeleted(via, "job_posting", sql`${chunk} and ${isTrashed}`, deleted_at),
    // Those that were added meanwhile.
    trashInterviewsOf("job_posting", sql`${chunk} and ${isTrashed}`, deleted_at),
    sql`update job_posting set deleted_at = ${deleted_at} where ${chunk} and ${isTrashed}`,
  ]);
}

/** Moves postings to the trash whose site is there: what an interrupted deletion or restoring of a site left. */
export async function finishSiteDeletions(): Promise<void> {
  const sites = await getDb().all<TrashedSite>(sql`select id, user_id, deleted_at from job_site
    where deleted_at is not null and exists
      (select 1 from job_posting where job_site_id = job_site.id and job_posting.deleted_at is null)`);
  for (const site of sites) await trashPostings(site, "browser");
}

/**
 * Finds or creates a site by name, case-insensitively: the statement that inserts it where it is missing, and the
 * id for the statements after it.
 */
export function findOrCreateSite(actor: Actor, name: string): { insert: SQL; id: SQL<number> } {
  const id = sql<number>`(select min(id) from job_site where user_id = ${actor.user_id}
    and deleted_at is null and site_name = ${name} collate nocase)`;
  const insert = sql`insert into job_site (user_id, site_name)
    select ${actor.user_id}, ${name} where ${id} is null`;
  return { insert, id };
}

function sealed(input: SiteInput): SiteInput {
  if (input.site_password === undefined) return input;
  return { ...input, site_password: encryptField(input.site_password) };
}
