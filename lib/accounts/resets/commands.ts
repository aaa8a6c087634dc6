import "server-only";
import { and, eq, or } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { env } from "../../env.ts";
import { AppError, Forbidden, Invalid, NotFound } from "../../errors.ts";
import { sendEmail } from "../../mail/commands.ts";
import { normalizeUsername } from "../../unicode.ts";
import { findAccount } from "../auth/accounts.ts";
import type { Actor } from "../auth/actor.ts";
import { isWithinRateLimit, limits } from "../auth/rate-limits.ts";
import { resetEmail } from "../emails.ts";
import { consumeLink, createLink, handedOverResetHours } from "../one-time-links.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { replacePassword } from "../users/commands.ts";
import { passwordFault } from "../users/schema.ts";
import { findResetPerson } from "./queries.ts";

const linkExpiredMessage = "This link was used already or is too old. Ask for a new one.";

const brief = { id: user.id, username: user.username, email: user.email };

/**
 * Sends a reset link to the person with this name or address, if there is one, at the address of their account.
 * Run it after the response: its time would tell whether there is such a person.
 */
export async function requestReset(typed: string, from: Origin): Promise<void> {
  if (!env().PASSWORD_SIGN_IN) return;
  const named = eq(user.username, normalizeUsername(typed));
  const people = await getDb()
    .select(brief)
    .from(user)
    .where(and(or(named, eq(user.email_key, typed.toLowerCase())), eq(user.is_active, true)));
  // Two, where one person's name is another's address.
  for (const person of people.filter(({ email }) => email !== "")) {
    // Said to nobody: the answer is out, and nobody must learn that somebody else asks for this account.
    if (!(await isWithinRateLimit(limits.reset, String(person.id)))) continue;
    const key = await createLink(
      { purpose: "reset", user_id: person.id, email: person.email },
      logSecurityEvent(person.id, "reset_asked", from),
    );
    await sendEmail(person.email, resetEmail(person.username, key));
  }
}

/** An admin's link to a new password for a person who cannot get mail; gives its key. Throws `Forbidden`, `NotFound`. */
export async function createResetLink(actor: Actor, userId: number, from: Origin): Promise<string> {
  // With passwords turned off such a link signs in: only whoever holds the machine makes one then.
  if (!actor.is_staff || !env().PASSWORD_SIGN_IN) throw new Forbidden();
  const admin = await findAccount(actor.user_id);
  if (!(await findAccount(userId))) throw new NotFound();
  return createLink(
    { purpose: "reset", user_id: userId, made_by: actor.user_id, hours: handedOverResetHours },
    logSecurityEvent(userId, "reset_link_made", from, admin?.username),
  );
}

/** The same for the operator on the command line, by user name; null where there is no such person. */
export async function createResetLinkByUsername(username: string): Promise<string | null> {
  const named = eq(user.username, normalizeUsername(username));
  const [person] = await getDb().select(brief).from(user).where(named);
  if (!person) return null;
  return createLink(
    { purpose: "reset", user_id: person.id, hours: handedOverResetHours },
    logSecurityEvent(person.id, "reset_link_made", { user_agent: "console" }),
  );
}

/**
 * Sets a new password by a link, which is used up. All sessions and tokens end; nobody is signed in by it, so a
 * second factor is asked for as always. Throws `AppError` for an invalid link and `Invalid` for a weak
 * password, which leaves the link as it was. Gives the person's id.
 */
export async function resetPassword(key: string, password: string, from: Origin): Promise<number> {
  const person = await findResetPerson(key);
  if (!person) throw new AppError(linkExpiredMessage);
  const weak = passwordFault(password, person);
  if (weak) throw new Invalid({ password: [weak] });
  if (!(await consumeLink(key, "reset"))) throw new AppError(linkExpiredMessage);
  await replacePassword(person.id, password, from);
  return person.id;
}
