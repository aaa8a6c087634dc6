import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { personalToken } from "../../../db/schema/accounts.ts";
import type { Actor } from "../auth/actor.ts";

/** The actor's personal tokens that are not revoked, by id; what opens with them is nowhere. */
export async function listTokens(actor: Actor) {
  const rows = await getDb()
    .select({
      id: personalToken.id,
      name: personalToken.name,
      scopes: personalToken.scopes,
      created_at: personalToken.created_at,
      expires_at: personalToken.expires_at,
      last_used_at: personalToken.last_used_at,
    })
    .from(personalToken)
    .where(and(eq(personalToken.user_id, actor.user_id), isNull(personalToken.revoked_at)))
    .orderBy(asc(personalToken.id));
  return rows.map((row) => ({ ...row, scopes: row.scopes.split(" ") }));
}
