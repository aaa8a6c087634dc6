import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { id, instant, sqlNow } from "./columns.ts";

/** Which reminders a person wants by mail; without a row, none. */
export const reminderSetting = sqliteTable(
  "reminder_setting",
  {
    user_id: owner().primaryKey(),
    /** the hour of the day (0 to 23, in the person's zone) of the daily digest; null for none */
    digest_hour: integer(),
    /** how long before an interview its mail comes; null for none */
    interview_minutes: integer(),
  },
  (t) => [index("reminder_setting_digest").on(t.digest_hour).where(sql`digest_hour is not null`)],
);

/**
 * Outbox of reminders: a mail is written in one transaction with the mark that it was made, which is its row. Another
 * process cannot make it again; one sends it, under a lease.
 */
export const reminderMail = sqliteTable(
  "reminder_mail",
  {
    id: id(),
    user_id: owner(),
    /** "digest 2026-11-30", or "interview 12 2026-11-30T09:30:00.000000Z" */
    occasion: text().notNull(),
    /** the letter as JSON; null once it is sent, given up, or where there was nothing to say */
    letter: text(),
    created_at: instant().notNull().default(sqlNow),
    tries: integer().notNull().default(0),
    /** Unix milliseconds: the next try, or the end of the lease of the process that sends it now */
    next_try_at: integer().notNull().default(0),
    sent_at: instant(),
  },
  (t) => [
    uniqueIndex("reminder_mail_once").on(t.user_id, t.occasion),
    index("reminder_mail_waiting").on(t.next_try_at).where(sql`letter is not null`),
    index("reminder_mail_age").on(t.created_at),
  ],
);
