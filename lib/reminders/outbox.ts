import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema/accounts.ts";
import { reminderMail } from "../../db/schema/reminders.ts";
import { dayMs, now, toStored } from "../dates.ts";
import { sendEmail } from "../mail/commands.ts";
import { type Letter, publicUrl } from "../mail/emails.ts";
import { log } from "../runtime/log.ts";
import { countMail } from "../runtime/metrics.ts";
import { unsubscribeKey } from "./unsubscribe-key.ts";
import type { ReminderKind } from "./values.ts";

/** How long one process may take to send a mail, before another tries: longer than the mail server's timeouts. */
const leaseMs = 5 * 60_000;
/** Waits between tries, in minutes; after the last one it is given up. */
const waitsMinutes = [1, 5, 30, 120, 360] as const;
const keptDays = 40;

type Mail = { id: number; user_id: number; occasion: string; letter: string; tries: number };

/** Puts a mail into the outbox, once for each occasion; a letter that is null says that there was nothing to say. */
export async function putMail(userId: number, occasion: string, letter: Letter | null) {
  await getDb()
    .insert(reminderMail)
    .values({
      user_id: userId,
      occasion,
      letter: letter && JSON.stringify(letter),
      created_at: now(),
    })
    .onConflictDoNothing();
}

/**
 * Sends what waits in the outbox. A process that is killed between the mail server's answer and the mark sends that
 * mail once more, after its lease: at most twice, never not at all.
 */
export async function sendWaiting(): Promise<void> {
  for (let mail = await leaseNext(); mail; mail = await leaseNext()) await sendMail(mail);
}

async function leaseNext(): Promise<Mail | undefined> {
  const time = Date.now();
  const [mail] = await getDb().all<Mail>(sql`
    update reminder_mail set next_try_at = ${time + leaseMs}, tries = tries + 1
    where id = (select id from reminder_mail where letter is not null and next_try_at <= ${time}
      order by next_try_at, id limit 1) and next_try_at <= ${time}
    returning id, user_id, occasion, letter, tries`);
  return mail;
}

async function sendMail({ id, user_id, occasion, letter, tries }: Mail): Promise<void> {
  const [person] = await getDb()
    .select({ email: user.email, proved: user.email_verified_at, active: user.is_active })
    .from(user)
    .where(eq(user.id, user_id));
  const kind = occasion.split(" ", 1)[0] as ReminderKind;
  const close = (sent_at: string | null) =>
    getDb().update(reminderMail).set({ letter: null, sent_at }).where(eq(reminderMail.id, id));
  if (!person?.active || !person.proved) return void (await close(null));
  try {
    await sendEmail(
      person.email,
      withEnd(JSON.parse(letter), user_id, kind),
      headers(user_id, kind),
    );
    await close(now());
    countMail("sent");
  } catch (error) {
    const wait = waitsMinutes[tries - 1];
    log("warn", "mail_failed", { kind, tries, error: error instanceof Error ? error.name : "" });
    countMail(wait === undefined ? "given_up" : "retried");
    if (wait === undefined) return void (await close(null));
    const next_try_at = Date.now() + wait * 60_000;
    await getDb().update(reminderMail).set({ next_try_at }).where(eq(reminderMail.id, id));
  }
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

/** Deletes marks of mails that no occasion can ask for again. */
export async function purgeMails(): Promise<void> {
  const before = toStored(Date.now() - keptDays * dayMs);
  await getDb().delete(reminderMail).where(lt(reminderMail.created_at, before));
}
