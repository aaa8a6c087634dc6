import "server-only";
import { and, eq, or } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { AppError, Forbidden, Invalid, NotFound } from "../../errors.ts";
import { sendLetter } from "../../mail/commands.ts";
import type { Actor } from "../auth/actor.ts";
import { isWithin, limits } from "../auth/limits.ts";
import { makeLink, takeLink } from "../links/commands.ts";
import { findLink } from "../links/queries.ts";
import { linkHours } from "../links/values.ts";
import { type Origin, securityNote } from "../security-log.ts";
import { replacePassword } from "../users/commands.ts";
import { passwordFault } from "../users/schema.ts";
import { resetLetter } from "./letters.ts";
import { linkGone } from "./values.ts";

const brief = { id: user.id, username: user.username, email: user.email };

/**
 * Sends a link to a new password to whoever has this name or address, if anybody, at the address of their
 * account. Run it after the answer: what it does and how long it takes tells whether there is such a person.
 */
export async function askReset(typed: string, from: Origin): Promise<void> {
  const named = eq(user.username, typed.normalize("NFKC"));
  const people = await getDb()
    .select(brief)
    .from(user)
    .where(and(or(named, eq(user.email_key, typed.toLowerCase())), eq(user.is_active, true)));
  // Two, where one person's name is another's address.
  for (const person of people.filter(({ email }) => email !== "")) {
    // Said to nobody: the answer is out, and nobody must learn that somebody else asks for this account.
    if (!(await isWithin(limits.reset, String(person.id)))) continue;
    const key = await makeLink(
      { purpose: "reset", user_id: person.id, email: person.email, hours: linkHours.reset },
      [securityNote(person.id, "reset_asked", from)],
    );
    await sendLetter(person.email, resetLetter(person.username, key));
  }
}

/** An admin's link to a new password for a person who cannot get mail; gives its key. Throws `Forbidden`, `NotFound`. */
export async function makeReset(actor: Actor, userId: number, from: Origin): Promise<string> {
  if (!actor.is_staff) throw new Forbidden();
  const [person] = await getDb().select(brief).from(user).where(eq(user.id, userId));
  const [admin] = await getDb().select(brief).from(user).where(eq(user.id, actor.user_id));
  if (!person) throw new NotFound();
  return makeLink(
    { purpose: "reset", user_id: userId, made_by: actor.user_id, hours: linkHours.reset_by_admin },
    [securityNote(userId, "reset_link_made", from, admin?.username)],
  );
}

/** The same for whoever holds the machine, by user name; null where there is no such person. */
export async function makeResetNamed(username: string): Promise<string | null> {
  const named = eq(user.username, username.normalize("NFKC"));
  const [person] = await getDb().select(brief).from(user).where(named);
  if (!person) return null;
  return makeLink({ purpose: "reset", user_id: person.id, hours: linkHours.reset_by_admin }, [
    securityNote(person.id, "reset_link_made", { user_agent: "console" }),
  ]);
}

/**
 * Sets a new password by a link, which is used up. All sessions and tokens end; nobody is signed in by it, so a
 * second factor is asked for as always. Throws `AppError` for a link that is no good and `Invalid` for a weak
 * password, which leaves the link as it was.
 */
export async function resetPassword(key: string, password: string, from: Origin): Promise<void> {
  const found = await findLink(key, "reset");
  const [person] = await getDb()
    .select(brief)
    .from(user)
    .where(and(eq(user.id, found?.user_id ?? 0), eq(user.is_active, true)));
  if (!person) throw new AppError(linkGone);
  const weak = passwordFault(password, person);
  if (weak) throw new Invalid({ password: [weak] });
  if (!(await takeLink(key, "reset"))) throw new AppError(linkGone);
  await replacePassword(person.id, password, from);
}
