import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { owner, session } from "./accounts.ts";
import { blank, id, instant, sqlNow } from "./columns.ts";

/** Which reminders a person wants, by mail and on their devices; without a row, none. */
export const reminderSetting = sqliteTable(
  "reminder_setting",
  {
    user_id: owner().primaryKey(),
    /** the hour of the day (0 to 23, in the person's zone) of the daily digest; null for none */
    digest_hour: integer(),
    /** how long before an interview its mail comes; null for none */
    interview_minutes: integer(),
    /** the same for the devices that the person has turned on */
    push_digest_hour: integer(),
    push_interview_minutes: integer(),
  },
  (t) => [
    index("reminder_setting_digest").on(t.digest_hour).where(sql`digest_hour is not null`),
    index("reminder_setting_push_digest")
      .on(t.push_digest_hour)
      .where(sql`push_digest_hour is not null`),
  ],
);

/** A browser that takes notifications (Push API); it ends with the session that turned it on. */
export const pushSubscription = sqliteTable(
  "push_subscription",
  {
    id: id(),
    user_id: owner(),
    /** null where a client of the API made it, which has no session */
    session_id: text().references(() => session.id, { onDelete: "cascade" }),
    name: blank(),
    /** of the endpoint, which is sealed: whoever has it and the keys can write to the device */
    endpoint_hash: text().notNull(),
    /** endpoint and keys as JSON, encrypted */
    sealed: text().notNull(),
    created_at: instant().notNull().default(sqlNow),
    last_sent_at: instant(),
  },
  (t) => [
    uniqueIndex("push_subscription_once").on(t.user_id, t.endpoint_hash),
    index("push_subscription_session").on(t.session_id).where(sql`session_id is not null`),
  ],
);

/** Keys of this Foothold that are made on their first use, encrypted. */
export const serverKey = sqliteTable("server_key", {
  name: text().primaryKey(),
  sealed: text().notNull(),
  created_at: instant().notNull().default(sqlNow),
});

/**
 * Outbox of reminders: a message is written in one transaction with the mark that it was made, which is its row. Another
 * process cannot make it again; one sends it, under a lease.
 */
export const reminderMessage = sqliteTable(
  "reminder_message",
  {
    id: id(),
    user_id: owner(),
    /** "digest 2026-11-30", or "interview 12 2026-11-30T09:30:00.000000Z" */
    occasion: text().notNull(),
    /** the letter or the notification as JSON; null once it is sent, given up, or where there was nothing to say */
    content: text(),
    created_at: instant().notNull().default(sqlNow),
    tries: integer().notNull().default(0),
    /** Unix milliseconds: the next try, or the end of the lease of the process that sends it now */
    next_try_at: integer().notNull().default(0),
    sent_at: instant(),
    /** the device that it goes to; null for a mail */
    push_subscription_id: integer().references(() => pushSubscription.id, { onDelete: "cascade" }),
  },
  (t) => [
    uniqueIndex("reminder_message_once")
      .on(t.user_id, t.occasion)
      .where(sql`push_subscription_id is null`),
    uniqueIndex("reminder_message_once_each").on(t.user_id, t.occasion, t.push_subscription_id),
    index("reminder_message_waiting").on(t.next_try_at).where(sql`content is not null`),
    index("reminder_message_age").on(t.created_at),
    index("reminder_message_device")
      .on(t.push_subscription_id)
      .where(sql`push_subscription_id is not null`),
  ],
);
