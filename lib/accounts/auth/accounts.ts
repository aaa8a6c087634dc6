import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { env } from "../../env.ts";
import { normalizeUsername } from "../../unicode.ts";
import { type Actor, mintActor, type Via } from "./actor.ts";

/** Name and address of a person, for mails; undefined where there is none. */
export async function findAccount(userId: number) {
  const [account] = await getDb()
    .select({
      username: user.username,
      email: user.email,
      email_verified_at: user.email_verified_at,
    })
    .from(user)
    .where(eq(user.id, userId));
  return account;
}

/** The actor of that name, or null: for command-line tools of the operator, who has the data anyway. */
export const actorByUsername = (username: string, via: Via): Promise<Actor | null> =>
  activeActor(eq(user.username, normalizeUsername(username)), via);

/** The actor of that id, or null: for mails that a person has asked for, which nobody is there to fetch. */
export const actorById = (id: number, via: Via): Promise<Actor | null> =>
  activeActor(eq(user.id, id), via);

async function activeActor(which: SQL, via: Via): Promise<Actor | null> {
  const [row] = await getDb()
    .select({ id: user.id, is_staff: user.is_staff, time_zone: user.time_zone })
    .from(user)
    .where(and(which, eq(user.is_active, true)));
  return row ? mintActor(row, via, env().TIME_ZONE) : null;
}
