import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema/accounts.ts";
import { sendEmail } from "../mail/commands.ts";
import { type Letter, publicUrl } from "../mail/emails.ts";
import { unsubscribeKey } from "./unsubscribe-key.ts";
import type { ReminderKind } from "./values.ts";

/** Sends a reminder to a person's address, unless that is proved no more. Throws where the mail server fails. */
export async function sendReminderMail(
  userId: number,
  kind: ReminderKind,
  letter: Letter,
): Promise<void> {
  const [person] = await getDb()
    .select({ email: user.email, proved: user.email_verified_at })
    .from(user)
    .where(eq(user.id, userId));
  if (!person?.proved) return;
  await sendEmail(person.email, withEnd(letter, userId, kind), headers(userId, kind));
}

/** One-click unsubscribe (RFC 8058). */
function headers(userId: number, kind: ReminderKind): Record<string, string> {
  const address = publicUrl(`/api/unsubscribe/${unsubscribeKey(userId, kind)}`);
  return {
    "list-unsubscribe": `<${address}>`,
    "list-unsubscribe-post": "List-Unsubscribe=One-Click",
  };
}

/** The letter, with how to end such mails at its end. */
function withEnd({ subject, paragraphs }: Letter, userId: number, kind: ReminderKind): Letter {
  const address = publicUrl(`/unsubscribe/${unsubscribeKey(userId, kind)}`);
  const end = `You asked for this mail. To get no more: ${address}`;
  return { subject, paragraphs: [...paragraphs, end] };
}
