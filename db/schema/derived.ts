import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";

/**
 * Materialized view: one narrow row for each posting that is not deleted, for the reports. Triggers keep it equal
 * to the view `posting_facts`, which defines each column by postings and events; no code writes it.
 */
export const postingFact = sqliteTable(
  "posting_fact",
  {
    user_id: integer().notNull(),
    job_posting_id: integer().notNull(),
    job_site_id: integer().notNull(),
    posting_status: text().notNull(),
    applied: integer({ mode: "boolean" }).notNull(),
    /** null also if the day of the application is unknown */
    applied_at: text(),
    /** the furthest stage: 0 saved, 1 applied, 2 answered (a rejection included), 3 interview, 4 offer, 5 accepted */
    reached: integer().notNull(),
    /**
     * whole days from the application to the first answer that is no rejection, or to the rejection where there is no
     * other; null if either day is unknown
     */
    answer_days: integer(),
    /** rejected, declined (after an interview), silence (after an interview), withdrawn, or "" */
    ending: text().notNull(),
    ending_days: integer(),
    posting_url_domain: text().notNull(),
    location_type: text().notNull(),
    employment_type: text().notNull(),
    outreach: integer({ mode: "boolean" }).notNull(),
    time_spent: integer(),
    posting_title: text().notNull(),
    pay_range: text().notNull(),
    /** whether a rejection is the only answer */
    only_rejected: integer({ mode: "boolean" }).notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.user_id, t.job_posting_id] }),
    // With `reached`, so that counting reads the index alone.
    index("posting_fact_answered").on(t.user_id, t.applied_at, t.reached).where(sql`reached > 1`),
    // What its status says is waiting, and its log says is not: few, so that lists can ask for them each time.
    index("posting_fact_answered_waiting")
      .on(t.user_id, t.ending)
      .where(sql`reached > 1 and posting_status in ('4 - No Response', '')`),
  ],
);

/** Materialized view of `posting_spans`, kept by triggers: which status each posting had from when to when. */
export const postingSpan = sqliteTable(
  "posting_span",
  {
    user_id: integer().notNull(),
    job_posting_id: integer().notNull(),
    place: integer().notNull(),
    posting_status: text().notNull(),
    starts_at: text().notNull(),
    /** null for the current status */
    ends_at: text(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.job_posting_id, t.place] })],
);

/** Cache of parsed pay ranges, one row for each distinct text of a user: see lib/reports/insights/pay.ts. */
export const payReading = sqliteTable(
  "pay_reading",
  {
    user_id: owner(),
    pay_range: text().notNull(),
    /** of the parser; rows of an older one are parsed again */
    version: integer().notNull(),
    /** ISO 4217; null if the text could not be parsed */
    currency: text(),
    /** hour, day, week, month or year, as advertised */
    period: text(),
    /** per year, in whole units of the currency; null if the text has only the other end */
    low: integer(),
    high: integer(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.pay_range] })],
);

/**
 * Queue of rows that the full-text index `search_index` has yet to index. Triggers add a row with every change;
 * lib/search/commands.ts indexes and removes them.
 */
export const searchPending = sqliteTable(
  "search_pending",
  {
    user_id: integer().notNull(),
    /** 0 posting, 1 site, 2 opportunity */
    kind: integer().notNull(),
    row_id: integer().notNull(),
    /** random for every change, so that a row which changes while it is indexed stays queued */
    mark: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.kind, t.row_id] })],
);

/**
 * Inverted index of what makes postings and opportunities alike, by hashes (lib/matching/keys.ts): those that share a key
 * may be one job. Written with the full-text index, by the same queue.
 */
export const duplicateKey = sqliteTable(
  "duplicate_key",
  {
    user_id: integer().notNull(),
    key: integer().notNull(),
    row_id: integer().notNull(),
    /** 0 posting, 2 opportunity, as in the queue */
    kind: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.user_id, t.key, t.row_id, t.kind] }),
    index("duplicate_key_row").on(t.user_id, t.kind, t.row_id),
  ],
);

/** The sketch of a posting's or an opportunity's text, by which two texts are compared without reading them. */
export const duplicateText = sqliteTable(
  "duplicate_text",
  {
    user_id: integer().notNull(),
    kind: integer().notNull(),
    row_id: integer().notNull(),
    shingles: integer().notNull(),
    numbers: text().notNull(),
    /** whether it says that it fills another's position */
    is_agency: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.kind, t.row_id] })],
);
