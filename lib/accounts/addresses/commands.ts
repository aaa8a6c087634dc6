import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { AppError } from "../../errors.ts";
import { sendLetter, sendsMail } from "../../mail/commands.ts";
import { afterResponse } from "../../runtime/after-response.ts";
import type { Actor } from "../auth/actor.ts";
import { count, isWithin, limits } from "../auth/limits.ts";
import { makeLink, takeLink } from "../links/commands.ts";
import { linkHours } from "../links/values.ts";
import { type Origin, securityNote } from "../security-log.ts";
import { movedLetter, proofLetter } from "./letters.ts";
import { linkGone } from "./values.ts";

/** Asks a person by mail whether the address of their account is theirs, once the answer is out. */
export function askLater(userId: number): void {
  if (sendsMail()) afterResponse(() => ask(userId));
}

/** Tells the old address of a person that there is a new one, and asks the new one, once the answer is out. */
export function tellMoved(userId: number, old: { username: string; email: string }): void {
  if (!sendsMail()) return;
  afterResponse(async () => {
    // The first change of an hour is always told; nobody sends mails to strangers by changing theirs.
    if (!(await isWithin(limits.moved_mail, String(userId)))) return;
    if (old.email) await sendLetter(old.email, movedLetter(old.username));
    await ask(userId);
  });
}

async function ask(userId: number): Promise<void> {
  const [person] = await getDb()
    .select({ username: user.username, email: user.email, proved: user.email_verified_at })
    .from(user)
    .where(eq(user.id, userId));
  if (!person?.email || person.proved) return;
  const { email } = person;
  const key = await makeLink({
    purpose: "address",
    user_id: userId,
    email,
    hours: linkHours.address,
  });
  await sendLetter(email, proofLetter(person.username, key));
}

/** Asks again, for a person who wants it. Throws `TooMany`. */
export async function askAgain(actor: Actor): Promise<void> {
  await count(limits.proof_mail, String(actor.user_id));
  askLater(actor.user_id);
}

/**
 * Takes the address of a link as proved, if the account still has it; the link is used up. Throws `AppError`
 * where it is no good.
 */
export async function proveAddress(key: string, from: Origin): Promise<void> {
  const link = await takeLink(key, "address");
  const [person] = await getDb()
    .update(user)
    .set({ email_verified_at: now() })
    .where(and(eq(user.id, link?.user_id ?? 0), eq(user.email, link?.email ?? "")))
    .returning({ id: user.id, email: user.email });
  if (!person) throw new AppError(linkGone);
  await securityNote(person.id, "email_verified", from, person.email);
}
