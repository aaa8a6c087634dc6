import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { findLink } from "../one-time-links.ts";

/** The person whose password this link may set; undefined where it is invalid. Does not use it up. */
export async function findResetPerson(key: string) {
  const link = await findLink(key, "reset");
  if (!link?.user_id) return undefined;
  const [person] = await getDb()
    .select({
      id: user.id,
      username: user.username,
      email: user.email,
      first_name: user.first_name,
      last_name: user.last_name,
    })
    .from(user)
    .where(and(eq(user.id, link.user_id), eq(user.is_active, true)));
  return person;
}
