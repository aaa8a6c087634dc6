import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { findLink } from "../links/queries.ts";

/** The name of the person whose password this link may set, or null where it is invalid. Does not use it up. */
export async function resetUsername(key: string): Promise<string | null> {
  const link = await findLink(key, "reset");
  const [person] = await getDb()
    .select({ username: user.username })
    .from(user)
    .where(and(eq(user.id, link?.user_id ?? 0), eq(user.is_active, true)));
  return person?.username ?? null;
}
