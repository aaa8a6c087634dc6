import "server-only";
import { and, desc, eq, gt } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { oneTimeLink, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { Forbidden } from "../../errors.ts";
import type { Actor } from "../auth/actor.ts";
import { isUnused } from "../one-time-links.ts";

/**
 * The invitations that can still be used, the newest first, for admins; at most a hundred. What opens with
 * them is nowhere: `id` is the hash. Throws `Forbidden` for anyone else.
 */
export async function listInvitations(actor: Actor) {
  if (!actor.is_staff) throw new Forbidden();
  return getDb()
    .select({
      id: oneTimeLink.token_hash,
      email: oneTimeLink.email,
      created_at: oneTimeLink.created_at,
      expires_at: oneTimeLink.expires_at,
      made_by: user.username,
    })
    .from(oneTimeLink)
    .innerJoin(user, eq(user.id, oneTimeLink.made_by))
    .where(and(isUnused("invitation"), gt(oneTimeLink.expires_at, now())))
    .orderBy(desc(oneTimeLink.created_at))
    .limit(100);
}
