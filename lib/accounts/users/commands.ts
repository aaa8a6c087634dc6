import "server-only";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { isUniqueViolation } from "../../../db/errors.ts";
import { knownDevice, pendingSignIn, session, user } from "../../../db/schema/accounts.ts";
import { type FieldErrors, Invalid } from "../../errors.ts";
import { sendEmailLater } from "../../mail/commands.ts";
import { normalizeUsername } from "../../unicode.ts";
import { findAccount } from "../auth/accounts.ts";
import type { Actor } from "../auth/actor.ts";
import { deleteCalendarAddresses } from "../auth/calendar-addresses.ts";
import { hashPassword, isUsablePassword, verifyPassword } from "../auth/passwords.ts";
import { revokeTokens } from "../auth/personal-tokens.ts";
import { deletePushSubscriptions } from "../auth/push-subscriptions.ts";
import { requireFreshSession } from "../auth/reauthentication.ts";
import { nextSecond } from "../auth/tokens.ts";
import { notifyEmailChanged } from "../email-verification/commands.ts";
import { passwordChangedEmail } from "../emails.ts";
import { deleteUnusedLinks } from "../one-time-links.ts";
import type { SecurityEventKind } from "../security-events/values.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { describeUserAgent } from "../user-agent.ts";
import { isUsernameTaken } from "./queries.ts";
import { documentedPasswordFault, type ProfileValues, passwordFault } from "./schema.ts";

const usernameTaken = { username: ["A user with that username already exists."] };

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
  const before = email === undefined ? undefined : await findAccount(actor.user_id);
  const moves = before !== undefined && email !== before.email;
  const values = {
    ...fields,
    ...(email === undefined ? {} : { email_key: keyUnlessTaken(actor, email) }),
    // Whoever had the old address may not have the new one.
    ...(moves ? { email_verified_at: null } : {}),
  };
  const note = (kind: SecurityEventKind, subject?: string) =>
    logSecurityEvent(actor.user_id, kind, from, subject);
  const statements = [
    ...(Object.keys(values).length > 0
      ? [getDb().update(user).set(values).where(eq(user.id, actor.user_id))]
      : []),
    ...(moves
      ? [
          note("email_changed", email),
          deleteUnusedLinks(actor.user_id, "reset"),
          deleteUnusedLinks(actor.user_id, "address"),
        ]
      : []),
    ...(password === undefined
      ? []
      : [...(await newPassword(actor.user_id, password, keep)), note("password_changed")]),
  ];
  if (statements.length === 0) return;
  try {
    await atomically(statements);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Invalid(usernameTaken);
  }
  if (password !== undefined) await notifyPasswordChanged(actor.user_id, from);
  if (moves) notifyEmailChanged(actor.user_id, before);
}

const names = {
  username: user.username,
  email: user.email,
  first_name: user.first_name,
  last_name: user.last_name,
};

/** Throws `Invalid` where the API's new password would be guessed of the actor. */
export async function requireDocumentedPassword(actor: Actor, password: string): Promise<void> {
  const [person] = await getDb().select(names).from(user).where(eq(user.id, actor.user_id));
  const fault = documentedPasswordFault(password, person);
  if (fault) throw new Invalid({ password: [fault] });
}

/** The error of a new user name that another person has. */
export async function usernameTakenFault(actor: Actor, username: unknown): Promise<FieldErrors> {
  if (typeof username !== "string") return {};
  const taken = await isUsernameTaken(actor, normalizeUsername(username).trim());
  return taken ? usernameTaken : {};
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
    tokens_not_before: nextSecond(),
    kept_token: jti ?? null,
  };
  return [
    getDb().update(user).set(changed).where(eq(user.id, userId)),
    revokeTokens(userId),
    deleteCalendarAddresses(userId),
    deletePushSubscriptions(userId, session_id),
    getDb()
      .delete(session)
      .where(and(eq(session.user_id, userId), ne(session.id, session_id))),
    // What began with the old password does not end with it.
    getDb().delete(pendingSignIn).where(eq(pendingSignIn.user_id, userId)),
    deleteUnusedLinks(userId, "reset"),
    getDb().delete(knownDevice).where(eq(knownDevice.user_id, userId)),
  ];
}

/** Sets the password of a person verified by a link; ends all their sessions and tokens. */
export async function replacePassword(
  userId: number,
  password: string,
  from: Origin,
): Promise<void> {
  const statements = await newPassword(userId, password, {});
  await atomically([...statements, logSecurityEvent(userId, "password_reset", from)]);
  await notifyPasswordChanged(userId, from);
}

async function notifyPasswordChanged(userId: number, from: Origin): Promise<void> {
  const person = await findAccount(userId);
  const { words } = describeUserAgent(from.user_agent ?? "");
  if (person) sendEmailLater(person.email, () => passwordChangedEmail(person.username, words));
}

/**
 * Changes the password of the actor, who proves to know the current one, or has none and came just now. Ends
 * all sessions but `keep`'s and all API tokens. Throws `Invalid` where either password will not do.
 */
export async function changePassword(
  actor: Actor,
  input: { current_password: string; password: string },
  from: Origin,
  keep: Keep,
): Promise<void> {
  const [person] = await getDb()
    .select({ ...names, stored: user.password })
    .from(user)
    .where(eq(user.id, actor.user_id));
  const none = !isUsablePassword(person?.stored);
  if (none) await requireFreshSession(actor, keep.session_id ?? "");
  const known = none || (await verifyPassword(person?.stored, input.current_password));
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
  const [row] = await getDb()
    .update(user)
    .set({ is_staff: true })
    .where(eq(user.username, normalizeUsername(username)))
    .returning({ id: user.id });
  if (row) await logSecurityEvent(row.id, "admin_made", { user_agent: "console" });
  return row !== undefined;
}
