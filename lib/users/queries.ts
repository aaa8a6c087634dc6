import "server-only";
import { asc, eq } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { Forbidden, Unauthenticated } from "../errors.ts";

const brief = {
  id: user.id,
  username: user.username,
  email: user.email,
  first_name: user.first_name,
  last_name: user.last_name,
};

const whole = {
  ...brief,
  bio: user.bio,
  user_greeting: user.user_greeting,
  color_mode: user.color_mode,
  dashboard_first_date: user.dashboard_first_date,
  dashboard_second_date: user.dashboard_second_date,
  time_zone: user.time_zone,
  is_staff: user.is_staff,
  date_joined: user.date_joined,
  last_login: user.last_login,
};

/** The actor's own profile. The two dashboard dates are instants in the stored form. */
export async function getProfile(actor: Actor) {
  const [row] = await getDb().select(whole).from(user).where(eq(user.id, actor.user_id));
  if (!row) throw new Unauthenticated();
  return row;
}

export type Profile = Awaited<ReturnType<typeof getProfile>>;

/** Everybody, by id, for admins. Throws `Forbidden` for anyone else. */
export async function allUsers(actor: Actor) {
  if (!actor.is_staff) throw new Forbidden("You do not have permission to perform this action.");
  return getDb()
    .select({
      ...brief,
      is_staff: user.is_staff,
      is_active: user.is_active,
      date_joined: user.date_joined,
      last_login: user.last_login,
    })
    .from(user)
    .orderBy(asc(user.id));
}

/** Whether anybody has registered yet. */
export async function hasPeople(): Promise<boolean> {
  const rows = await getDb().select({ id: user.id }).from(user).limit(1);
  return rows.length > 0;
}
