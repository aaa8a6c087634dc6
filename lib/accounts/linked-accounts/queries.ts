import "server-only";
import { asc, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { linkedAccount } from "../../../db/schema/accounts.ts";
import type { Actor } from "../auth/actor.ts";

/** The accounts elsewhere that sign the actor in. */
export async function listLinked(actor: Actor) {
  return getDb()
    .select({
      provider: linkedAccount.provider,
      email: linkedAccount.email,
      created_at: linkedAccount.created_at,
      last_used_at: linkedAccount.last_used_at,
    })
    .from(linkedAccount)
    .where(eq(linkedAccount.user_id, actor.user_id))
    .orderBy(asc(linkedAccount.provider), asc(linkedAccount.created_at));
}
