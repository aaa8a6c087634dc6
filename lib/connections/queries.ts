import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { connection } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { companyKey } from "../matching/company-key.ts";

/** The most people that are named of one company. */
export const maxKnown = 50;

/** Whom the actor knows at companies of these names, by name; up to `maxKnown`. */
export async function knownAt(actor: Actor, companies: readonly string[]) {
  const keys = companies.map(companyKey).filter(Boolean);
  if (keys.length === 0) return [];
  return getDb()
    .select({
      id: connection.id,
      name: connection.name,
      company: connection.company,
      position: connection.position,
      url: connection.url,
    })
    .from(connection)
    .where(and(eq(connection.user_id, actor.user_id), inArray(connection.company_key, keys)))
    .orderBy(asc(connection.name), asc(connection.id))
    .limit(maxKnown);
}

/** How many connections the actor has. */
export const countConnections = ({ user_id }: Actor): Promise<number> =>
  getDb().$count(connection, eq(connection.user_id, user_id));
