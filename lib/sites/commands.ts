import "server-only";
import { and, count, eq, type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { preparedInsert } from "../../db/prepared-query.ts";
import { jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { updateRow } from "../records/commands.ts";
import { live, own } from "../records/conditions.ts";
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
 * Postings that are in the trash already keep theirs. Gives the number of postings that went with it.
 */
export async function deleteSite(
  actor: Actor,
  site: OwnedSite,
  first: readonly Statement[] = [],
): Promise<number> {
  const deleted_at = uniqueTimestamp();
  const postings = and(eq(jobPosting.job_site_id, site.id), live(jobPosting, actor.user_id));
  const results = await atomically([
    ...first,
    getDb().select({ total: count() }).from(jobPosting).where(postings),
    sql`insert into event (user_id, job_posting_id, kind, occurred_at, via)
      select user_id, id, 'deleted', ${deleted_at}, ${actor.via} from job_posting where ${postings}`,
    getDb().update(jobPosting).set({ deleted_at }).where(postings),
    getDb()
      .update(jobSite)
      .set({ deleted_at })
      .where(own(jobSite, actor, site.id)),
  ]);
  return (results[first.length] as { total: number }[])[0]?.total ?? 0;
}

let deletes = 0;

// A posting deleted alone in the same millisecond must not count as deleted with the site.
function uniqueTimestamp(): string {
  deletes = (deletes % 999) + 1;
  return `${now().slice(0, 23)}${String(deletes).padStart(3, "0")}Z`;
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
