import "server-only";
import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { pendingSignIn } from "../../db/accounts.ts";
import { atomically, getDb, isUniqueViolation } from "../../db/client.ts";
import { personalToken, session, user } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { hashPassword, passwordFits } from "../auth/passwords.ts";
import { now } from "../dates.ts";
import { env } from "../env.ts";
import { type FieldErrors, Forbidden, Invalid } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { endLinks } from "../links/commands.ts";
import type { SecurityEventKind } from "../security-events/values.ts";
import { type Origin, securityNote } from "../security-log.ts";
import { hasPeople } from "./queries.ts";
import { type ProfileValues, passwordFault, registration } from "./schema.ts";

const nameTaken = "Username already exists.";
const takenName = { username: ["A user with that username already exists."] };
const emailTaken = "Email address is already registered.";

/** What a sign-up in the browser knows besides; the API's begins with the documented values. */
type Beginning = { color_mode?: string; time_zone?: string | null; from?: Origin };

/**
 * Adds a person from a sign-up; the first of all becomes an admin. Honours `SIGN_UP`. Throws `Forbidden`
 * where sign-up is closed and `Invalid` with the documented sentences, in their documented order.
 */
export async function registerPerson(
  input: unknown,
  { color_mode = "light", time_zone = null, from = {} }: Beginning = {},
): Promise<{ id: number }> {
  const wanted = parseInput(registration, input);
  const email_key = wanted.email.toLowerCase();
  await refuseClosed();
  await refuseTaken(wanted.username, email_key);
  const weak = passwordFault(wanted.password, wanted);
  if (weak) throw new Invalid({ password: [weak] });
  const password = await hashPassword(wanted.password);
  const nobody = sql`not exists (select 1 from ${user})`;
  const open = env().SIGN_UP === "open" ? sql`true` : nobody;
  try {
    const [row] = await getDb().all<{ id: number }>(sql`
      insert into ${user} (username, email, email_key, password, first_name, last_name, is_staff,
        color_mode, time_zone)
      select ${wanted.username}, ${wanted.email}, ${email_key}, ${password}, ${wanted.first_name},
        ${wanted.last_name}, ${nobody}, ${color_mode}, ${time_zone} where ${open} returning id`);
    if (row) {
      await securityNote(row.id, "account_made", from);
      return row;
    }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await refuseTaken(wanted.username, email_key);
    throw error;
  }
  return refuseClosed() as Promise<never>;
}

async function refuseClosed(): Promise<void> {
  const { SIGN_UP } = env();
  if (SIGN_UP === "open" || (SIGN_UP === "first" && !(await hasPeople()))) return;
  throw new Forbidden("Sign-up is closed here.");
}

async function refuseTaken(username: string, email_key: string): Promise<void> {
  const db = getDb();
  const named = await db.select({ id: user.id }).from(user).where(eq(user.username, username));
  if (named.length > 0) throw new Invalid({ username: [nameTaken] });
  const mailed = await db.select({ id: user.id }).from(user).where(eq(user.email_key, email_key));
  if (mailed.length > 0) throw new Invalid({ email: [emailTaken] });
}

/** What stays signed in when a password changes: the session or the token that asked for it. */
export type Keep = { session_id?: string; jti?: string };

/**
 * Writes the given fields of the actor's own profile and leaves the others. A new password ends all other
 * sessions and tokens. Throws `Invalid` where the name is taken.
 */
export async function updateProfile(
  actor: Actor,
  input: ProfileValues,
  from: Origin,
  keep: Keep = {},
): Promise<void> {
  const { password, ...fields } = input;
  const { email } = input;
  const moves = email !== undefined && email !== (await emailOf(actor));
  const values = {
    ...fields,
    ...(email === undefined ? {} : { email_key: keyUnlessTaken(actor, email) }),
    // Whoever had the old address may not have the new one.
    ...(moves ? { email_verified_at: null } : {}),
  };
  const note = (kind: SecurityEventKind, subject?: string) =>
    securityNote(actor.user_id, kind, from, subject);
  const statements = [
    ...(Object.keys(values).length > 0
      ? [getDb().update(user).set(values).where(eq(user.id, actor.user_id))]
      : []),
    ...(moves ? [note("email_changed", email)] : []),
    ...(password === undefined
      ? []
      : [...(await newPassword(actor.user_id, password, keep)), note("password_changed")]),
  ];
  if (statements.length === 0) return;
  try {
    await atomically(statements);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Invalid(takenName);
  }
}

async function emailOf(actor: Actor): Promise<string | undefined> {
  const [row] = await getDb()
    .select({ email: user.email })
    .from(user)
    .where(eq(user.id, actor.user_id));
  return row?.email;
}

/** What stands against a new user name for the actor, where another person has it. */
export async function nameFault(actor: Actor, username: unknown): Promise<FieldErrors> {
  if (typeof username !== "string") return {};
  const named = eq(user.username, username.normalize("NFKC").trim());
  const others = await getDb()
    .select({ id: user.id })
    .from(user)
    .where(and(named, ne(user.id, actor.user_id)));
  return others.length > 0 ? takenName : {};
}

// An address registers once, but a profile may name one that another person registered.
function keyUnlessTaken(actor: Actor, email: string): SQL {
  const key = email ? email.toLowerCase() : null;
  return sql`(select ${key} where not exists
    (select 1 from ${user} as other where other.email_key = ${key} and other.id <> ${actor.user_id}))`;
}

async function newPassword(userId: number, password: string, { session_id = "", jti }: Keep) {
  const changed = {
    password: await hashPassword(password),
    // The second after this one, so that no token of this second outlives it.
    tokens_not_before: Math.floor(Date.now() / 1000) + 1,
    kept_token: jti ?? null,
  };
  return [
    getDb().update(user).set(changed).where(eq(user.id, userId)),
    getDb()
      .update(personalToken)
      .set({ revoked_at: now() })
      .where(and(eq(personalToken.user_id, userId), isNull(personalToken.revoked_at))),
    getDb()
      .delete(session)
      .where(and(eq(session.user_id, userId), ne(session.id, session_id))),
    // What began with the old password does not end with it.
    getDb().delete(pendingSignIn).where(eq(pendingSignIn.user_id, userId)),
    endLinks(userId, "reset"),
  ];
}

/** Sets the password of whoever has proved by a link to be that person; every session and token ends. */
export async function replacePassword(
  userId: number,
  password: string,
  from: Origin,
): Promise<void> {
  const statements = await newPassword(userId, password, {});
  await atomically([...statements, securityNote(userId, "password_reset", from)]);
}

/**
 * Changes the password of the actor, who proves to know the current one. Ends all sessions but `keep`'s and
 * all API tokens. Throws `Invalid` where either password will not do.
 */
export async function changePassword(
  actor: Actor,
  input: { current_password: string; password: string },
  from: Origin,
  keep: Keep,
): Promise<void> {
  const [person] = await getDb()
    .select({ username: user.username, email: user.email, stored: user.password })
    .from(user)
    .where(eq(user.id, actor.user_id));
  const known = await passwordFits(person?.stored, input.current_password);
  const weak = passwordFault(input.password, person);
  if (!known || weak) {
    throw new Invalid({
      ...(known ? {} : { current_password: ["This is not your current password."] }),
      ...(weak ? { password: [weak] } : {}),
    });
  }
  await updateProfile(actor, { password: input.password }, from, keep);
}

/** Makes a person an admin, by user name. Says whether there is such a person. */
export async function promote(username: string): Promise<boolean> {
  const rows = await getDb()
    .update(user)
    .set({ is_staff: true })
    .where(eq(user.username, username.normalize("NFKC")))
    .returning({ id: user.id });
  const [row] = rows;
  if (row) await securityNote(row.id, "admin_made", { user_agent: "console" });
  return row !== undefined;
}
