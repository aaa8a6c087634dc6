import "server-only";
import { eq, sql } from "drizzle-orm";
import { prepared } from "../../../db/prepared-query.ts";
import { user } from "../../../db/schema/accounts.ts";
import type { Actor } from "../../accounts/auth/actor.ts";

const own = sql`user_id = ${user.id} and deleted_at is null`;

const findFrame = prepared((db) =>
  db
    .select({
      username: user.username,
      first_name: user.first_name,
      last_name: user.last_name,
      postings: sql<number>`(select count(*) from job_posting where ${own})`,
      sites: sql<number>`(select count(*) from job_site where ${own})`,
      opportunities: sql<number>`(select count(*) from email_opportunity where ${own})`,
    })
    .from(user)
    .where(eq(user.id, sql.placeholder("user")))
    .prepare(),
);

/** What is around every page of the actor's: their name, and how many things they keep. */
export async function frameOf(actor: Actor) {
  const row = await findFrame().get({ user: actor.user_id });
  if (!row) return null;
  const { username, first_name, last_name, ...counts } = row;
  return { name: `${first_name} ${last_name}`.trim() || username, counts };
}
