import "server-only";
import { asc, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { passkey } from "../../../db/schema/accounts.ts";
import type { Actor } from "../auth/actor.ts";

/** The actor's passkeys, the oldest first. */
export async function listPasskeys(actor: Actor) {
  return getDb()
    .select({
      id: passkey.id,
      name: passkey.name,
      backed_up: passkey.backed_up,
      created_at: passkey.created_at,
      last_used_at: passkey.last_used_at,
    })
    .from(passkey)
    .where(eq(passkey.user_id, actor.user_id))
    .orderBy(asc(passkey.created_at), asc(passkey.id));
}
