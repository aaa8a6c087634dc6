import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { sampleRow } from "../../db/schema/sample.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError } from "../errors.ts";
import { deleteInChunks } from "../records/delete-in-chunks.ts";
import { makeSampleHunt } from "./hunt.ts";
import { type SampleKind, sampleKinds } from "./kinds.ts";

/** What says that a person's sample data was begun, so that two presses make one. */
const begun = { kind: "", row_id: 0 };

const own = (actor: Actor) => eq(sampleRow.user_id, actor.user_id);

/** Whether the actor has sample data. */
export async function hasSample(actor: Actor): Promise<boolean> {
  const [row] = await getDb()
    .select({ id: sampleRow.row_id })
    .from(sampleRow)
    .where(own(actor))
    .limit(1);
  return row !== undefined;
}

/** Fills an empty account with a made-up hunt. Throws `AppError` where there is something of the actor's own. */
export async function addSample(actor: Actor): Promise<void> {
  const { user_id } = actor;
  if (await hasRows(actor))
    throw new AppError("You have begun already. Sample data is for an empty account.");
  const first = await getDb()
    .insert(sampleRow)
    .values({ user_id, ...begun })
    .onConflictDoNothing()
    .returning();
  if (first.length === 0) return;
  await makeSampleHunt(actor, async (kind, row_id) => {
    await getDb().insert(sampleRow).values({ user_id, kind, row_id });
  });
  // The recruiter became a contact with the opportunity.
  await getDb().run(sql`
    insert into ${sampleRow} (user_id, kind, row_id)
    select distinct l.user_id, 'contact', l.contact_id from contact_link l
    where ${isSample("email_opportunity", user_id, sql`l.email_opportunity_id`)}
    on conflict do nothing`);
}

async function hasRows({ user_id }: Actor): Promise<boolean> {
  const any = sampleKinds.map(
    (kind) => sql`exists (select 1 from ${sql.identifier(kind)}
      where user_id = ${user_id} and deleted_at is null)`,
  );
  const [row] = await getDb().all<{ found: number }>(
    sql`select ${sql.join(any, sql` or `)} as found`,
  );
  return Boolean(row?.found);
}

const isSample = (
  kind: SampleKind,
  userId: number,
  id: SQL,
) => sql`exists (select 1 from sample_row s
  where s.user_id = ${userId} and s.kind = ${kind} and s.row_id = ${id})`;

/** What keeps a row of the sample: it holds something of the person's own. */
const inUse: Partial<Record<SampleKind, SQL>> = {
  contact: sql`exists (select 1 from contact_link l where l.contact_id = contact.id
    and l.job_site_id is null)`,
  tag: sql`exists (select 1 from tag_link l where l.tag_id = tag.id)`,
  job_site: sql`exists (select 1 from job_posting p where p.job_site_id = job_site.id)`,
};

/**
 * Deletes the actor's sample data for good, with what was added to it; a site, a contact or a tag that holds something of the
 * person's own stays, as theirs.
 */
export async function removeSample(actor: Actor): Promise<void> {
  for (const kind of sampleKinds) {
    const id = sql`${sql.identifier(kind)}.id`;
    const unused = inUse[kind] ? sql`not ${inUse[kind]}` : sql`1`;
    const which = sql`${sql.identifier(kind)}.user_id = ${actor.user_id}
      and ${isSample(kind, actor.user_id, id)} and ${unused}`;
    await deleteInChunks(kind, which);
  }
  await getDb().delete(sampleRow).where(own(actor));
}
