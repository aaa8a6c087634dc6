import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts.ts";

/**
 * What the reports ask of each posting that is not in the trash, one narrow row. Nobody writes it: triggers
 * keep it equal to the view `posting_facts`, which says how each column follows from rows and events.
 */
export const postingFact = sqliteTable(
  "posting_fact",
  {
    user_id: integer().notNull(),
    job_posting_id: integer().notNull(),
    job_site_id: integer().notNull(),
    posting_status: text().notNull(),
    applied: integer({ mode: "boolean" }).notNull(),
    /** null also where it was applied to on a day nobody knows */
    applied_at: text(),
    /** the furthest: 0 saved, 1 applied, 2 answered, 3 interview, 4 offer, 5 accepted */
    reached: integer().notNull(),
    /** whole days from the application to the first answer; null without one, or without its day */
    answer_days: integer(),
    /** how it ended: rejected, declined (after an interview), silence (likewise), withdrawn, or "" */
    ending: text().notNull(),
    ending_days: integer(),
    posting_url_domain: text().notNull(),
    location_type: text().notNull(),
    employment_type: text().notNull(),
    outreach: integer({ mode: "boolean" }).notNull(),
    time_spent: integer(),
    posting_title: text().notNull(),
    pay_range: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.job_posting_id] })],
);

/** Which status each posting had from when to when, kept by triggers as `posting_spans` says. */
export const postingSpan = sqliteTable(
  "posting_span",
  {
    user_id: integer().notNull(),
    job_posting_id: integer().notNull(),
    place: integer().notNull(),
    posting_status: text().notNull(),
    starts_at: text().notNull(),
    /** null for the status it has now */
    ends_at: text(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.job_posting_id, t.place] })],
);

/** What each advertised pay of a person says per year, read once per text: see lib/reports/insights/pay.ts. */
export const payReading = sqliteTable(
  "pay_reading",
  {
    user_id: integer()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    pay_range: text().notNull(),
    /** of the reader; an older reading is made anew */
    version: integer().notNull(),
    /** ISO 4217; null where the text could not be read */
    currency: text(),
    /** hour, day, week, month or year, as advertised */
    period: text(),
    /** per year, in whole units of the currency; one is null where only the other end was named */
    low: integer(),
    high: integer(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.pay_range] })],
);
