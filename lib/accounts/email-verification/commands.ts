import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { AppError } from "../../errors.ts";
import { sendEmail } from "../../mail/commands.ts";
import { sendsMail } from "../../mail/sends-mail.ts";
import { afterResponse } from "../../runtime/after-response.ts";
import { findAccount } from "../auth/accounts.ts";
import type { Actor } from "../auth/actor.ts";
import { checkRateLimit, isWithinRateLimit, limits } from "../auth/rate-limits.ts";
import { emailChangedNotice, verificationEmail } from "../emails.ts";
import { consumeLink, createLink } from "../one-time-links.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";

const linkExpiredMessage =
  "This link was used already, is too old, or the account has another address by now.";

/** Sends a person the verification link of their address, after the response. */
export function sendVerificationLater(userId: number): void {
  if (sendsMail()) afterResponse(() => ask(userId));
}

/** Tells the old address of a person that there is a new one, and asks the new one, once the answer is out. */
export function notifyEmailChanged(userId: number, old: { username: string; email: string }): void {
  if (!sendsMail()) return;
  afterResponse(async () => {
    // The first change of an hour is always told; nobody sends mails to strangers by changing theirs.
    if (!(await isWithinRateLimit(limits.address_change_mail, String(userId)))) return;
    if (old.email) await sendEmail(old.email, emailChangedNotice(old.username));
    await ask(userId);
  });
}

async function ask(userId: number): Promise<void> {
  const person = await findAccount(userId);
  if (!person?.email || person.email_verified_at) return;
  const { email } = person;
  const key = await createLink({ purpose: "address", user_id: userId, email });
  await sendEmail(email, verificationEmail(person.username, key));
}

/** Asks again, for a person who wants it. Throws `RateLimitExceeded`. */
export async function resendVerification(actor: Actor): Promise<void> {
  await checkRateLimit(limits.verification_mail, String(actor.user_id));
  sendVerificationLater(actor.user_id);
}

/**
 * Marks the address of a link as verified, if the account still has it, and uses the link up. Throws `AppError`
 * where it is invalid.
 */
export async function verifyEmail(key: string, from: Origin): Promise<void> {
  const link = await consumeLink(key, "address");
  const [person] = await getDb()
    .update(user)
    .set({ email_verified_at: now() })
    .where(and(eq(user.id, link?.user_id ?? 0), eq(user.email, link?.email ?? "")))
    .returning({ id: user.id, email: user.email });
  if (!person) throw new AppError(linkExpiredMessage);
  await logSecurityEvent(person.id, "email_verified", from, person.email);
}
