import "server-only";
import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { preparedQuery } from "../../../db/prepared-query.ts";
import { user } from "../../../db/schema/accounts.ts";
import { localDay } from "../../dates.ts";
import { env } from "../../env.ts";
import { Forbidden, Unauthenticated } from "../../errors.ts";
import type { Actor } from "../auth/actor.ts";
import { usualGreeting } from "./values.ts";

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
  email_verified_at: user.email_verified_at,
};

/** The actor's own profile. The two dashboard dates are instants in the stored form. */
export function getProfile(actor: Actor) {
  return getProfileOf(actor.user_id);
}

/** The profile of a person who has just been authenticated. */
export async function getProfileOf(id: number) {
  const [row] = await getDb().select(whole).from(user).where(eq(user.id, id));
  if (!row) throw new Unauthenticated();
  return row;
}

/** The actor's profile as its page shows it: all texts, the two dates as days of the person's zone. */
export async function getProfileForm(actor: Actor) {
  const profile = await getProfile(actor);
  const day = (value: string | null) => (value ? localDay(value, actor.time_zone) : "");
  return {
    username: profile.username,
    email: profile.email,
    first_name: profile.first_name,
    last_name: profile.last_name,
    bio: profile.bio,
    user_greeting: profile.user_greeting === usualGreeting ? "" : profile.user_greeting,
    time_zone: profile.time_zone ?? "",
    dashboard_first_date: day(profile.dashboard_first_date),
    dashboard_second_date: day(profile.dashboard_second_date),
  };
}

function everybody(actor: Actor) {
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
    .orderBy(asc(user.id))
    .$dynamic();
}

/** One person, for admins; undefined where there is none. Throws `Forbidden` for anyone else. */
export async function findPerson(actor: Actor, id: number) {
  const [person] = await everybody(actor).where(eq(user.id, id));
  return person;
}

export const peoplePerPage = 50;

/** One page of everybody (counted from 1), and how many they are. Throws `Forbidden` for all but admins. */
export async function listPeople(actor: Actor, page: number) {
  const people = await everybody(actor)
    .limit(peoplePerPage)
    .offset((page - 1) * peoplePerPage);
  return { people, total: await getDb().$count(user) };
}

/** Whether anybody else than the actor, if there is one, has this name. */
export async function isUsernameTaken(actor: Actor | null, username: string): Promise<boolean> {
  return isTaken(actor, eq(user.username, username));
}

/** Whether anybody else than the actor, if there is one, registered this address. */
export async function isEmailTaken(actor: Actor | null, email: string): Promise<boolean> {
  return isTaken(actor, eq(user.email_key, email.toLowerCase()));
}

async function isTaken(actor: Actor | null, same: SQL): Promise<boolean> {
  const others = and(same, actor ? ne(user.id, actor.user_id) : undefined);
  return (await getDb().$count(user, others)) > 0;
}

/** Who may sign up now: the very first person, anybody, or nobody. */
export type SignUpState = "first" | "open" | "closed";

/** What `SIGN_UP` means at this moment. */
export async function signUpState(): Promise<SignUpState> {
  const { SIGN_UP } = env();
  if (SIGN_UP === "closed") return "closed";
  const anybody = await getDb().select({ id: user.id }).from(user).limit(1);
  if (anybody.length === 0) return "first";
  return SIGN_UP === "open" ? "open" : "closed";
}

const isTheirs = sql`user_id = ${user.id} and deleted_at is null`;

const findShellData = preparedQuery((db) =>
  db
    .select({
      username: user.username,
      first_name: user.first_name,
      last_name: user.last_name,
      postings: sql<number>`(select count(*) from job_posting where ${isTheirs})`,
      sites: sql<number>`(select count(*) from job_site where ${isTheirs})`,
      opportunities: sql<number>`(select count(*) from email_opportunity where ${isTheirs})`,
      contacts: sql<number>`(select count(*) from contact where ${isTheirs})`,
    })
    .from(user)
    .where(eq(user.id, sql.placeholder("user")))
    .prepare(),
);

/** What the shell around every page shows: the actor's name, and how many records of each kind they have. */
export async function getShellData(actor: Actor) {
  const row = await findShellData().get({ user: actor.user_id });
  if (!row) return null;
  const { username, first_name, last_name, ...counts } = row;
  return { name: `${first_name} ${last_name}`.trim() || username, counts };
}
