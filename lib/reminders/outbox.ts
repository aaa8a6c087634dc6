import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema/accounts.ts";
import { reminderMessage } from "../../db/schema/reminders.ts";
import { dayMs, now, toStored } from "../dates.ts";
import type { Letter } from "../mail/emails.ts";
import { sendsMail } from "../mail/sends-mail.ts";
import { sendNotification } from "../push/send.ts";
import type { Notification } from "../push/values.ts";
import { log } from "../runtime/log.ts";
import { countReminder } from "../runtime/metrics.ts";
import { sendReminderMail } from "./mails.ts";
import type { ReminderKind } from "./values.ts";

/** How long one process may take to send a message, before another tries: longer than any server's timeouts. */
const leaseMs = 5 * 60_000;
/** Waits between tries, in minutes; after the last one it is given up. */
const waitsMinutes = [1, 5, 30, 120, 360] as const;
const keptDays = 40;
/** So many are sent at a time, so that a server that hangs holds up a few others alone. */
const lanes = 6;

type Message = {
  id: number;
  user_id: number;
  occasion: string;
  content: string;
  tries: number;
  push_subscription_id: number | null;
};

/** Whether a person's message of an occasion was made, as a mail (`deviceId` null) or for a device. */
export async function isMade(
  userId: number,
  occasion: string,
  deviceId: number | null,
): Promise<boolean> {
  const [row] = await getDb().all(sql`
    select 1 from reminder_message where user_id = ${userId} and occasion = ${occasion}
      and push_subscription_id is ${deviceId}`);
  return row !== undefined;
}

/** Puts a message into the outbox, once for each occasion; null says that there was nothing to say. */
export async function putMessage(
  userId: number,
  occasion: string,
  content: Letter | Notification | null,
  deviceId: number | null,
): Promise<void> {
  await getDb()
    .insert(reminderMessage)
    .values({
      user_id: userId,
      occasion,
      content: content && JSON.stringify(content),
      push_subscription_id: deviceId,
      created_at: now(),
    })
    .onConflictDoNothing();
}

/**
 * Sends what waits in the outbox. A process that is killed between the other server's answer and the mark sends that
 * message once more, after its lease: at most twice, never not at all.
 */
export async function sendWaiting(): Promise<void> {
  const lane = async () => {
    for (let message = await leaseNext(); message; message = await leaseNext()) {
      await sendMessage(message);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function leaseNext(): Promise<Message | undefined> {
  const time = Date.now();
  const [message] = await getDb().all<Message>(sql`
    update reminder_message set next_try_at = ${time + leaseMs}, tries = tries + 1
    where id = (select id from reminder_message where content is not null and next_try_at <= ${time}
      and (push_subscription_id is not null or ${sendsMail() ? 1 : 0})
      order by next_try_at, id limit 1) and next_try_at <= ${time}
    returning id, user_id, occasion, content, tries, push_subscription_id`);
  return message;
}

async function sendMessage(message: Message): Promise<void> {
  const { id, user_id, occasion, content, tries, push_subscription_id: deviceId } = message;
  const [person] = await getDb()
    .select({ is_active: user.is_active })
    .from(user)
    .where(eq(user.id, user_id));
  const kind = occasion.split(" ", 1)[0] as ReminderKind;
  const close = (sent_at: string | null) =>
    getDb()
      .update(reminderMessage)
      .set({ content: null, sent_at })
      .where(eq(reminderMessage.id, id));
  if (!person?.is_active) return void (await close(null));
  const way = deviceId === null ? "mails" : "pushes";
  try {
    if (deviceId === null) await sendReminderMail(user_id, kind, JSON.parse(content));
    else await sendNotification(deviceId, JSON.parse(content));
    await close(now());
    countReminder(way, "sent");
  } catch (error) {
    const wait = waitsMinutes[tries - 1];
    const name = error instanceof Error ? error.name : "";
    log("warn", "reminder_failed", { kind, way, tries, error: name });
    countReminder(way, wait === undefined ? "given_up" : "retried");
    if (wait === undefined) return void (await close(null));
    const next_try_at = Date.now() + wait * 60_000;
    await getDb().update(reminderMessage).set({ next_try_at }).where(eq(reminderMessage.id, id));
  }
}

/** Deletes marks of messages that no occasion can ask for again. */
export async function purgeMessages(): Promise<void> {
  const before = toStored(Date.now() - keptDays * dayMs);
  await getDb().delete(reminderMessage).where(lt(reminderMessage.created_at, before));
}
