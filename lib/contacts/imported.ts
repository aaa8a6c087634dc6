import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { restoreRows } from "../records/restoring.ts";

type Batch = { created_at: string };

const named = (which: SQL) => sql`id in (select l.contact_id from contact_link l
  join job_posting p on p.id = l.job_posting_id where l.is_documented and ${which})`;

/**
 * Condition: contacts that an import made and nobody changed since, where nothing else knows them. `which` selects the
 * import's postings as `p`.
 */
export const isOnlyOf = (actor: Actor, batch: Batch, which: SQL): SQL =>
  sql`user_id = ${actor.user_id} and created_at >= ${batch.created_at} and updated_at = created_at
    and ${named(which)} and not exists (select 1 from contact_link l
      left join job_posting p on p.id = l.job_posting_id where l.contact_id = contact.id
      and (p.id is null or (p.deleted_at is null and not (${which}))))`;

/** Statement: such contacts go to the trash with the postings; it must run before those do. */
export const trashImported = (actor: Actor, batch: Batch, which: SQL, moment: string): SQL =>
  sql`update contact set deleted_at = ${moment}
    where deleted_at is null and ${isOnlyOf(actor, batch, which)}`;

/** Statement: brings those back that went to the trash with the postings. */
export const restoreImported = (actor: Actor, which: SQL, moment: string): SQL =>
  restoreRows(
    "contact",
    sql`user_id = ${actor.user_id} and deleted_at = ${moment} and ${named(which)}`,
  );
