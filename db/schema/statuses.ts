import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { blank, flag, id, instant, sqlNow } from "./columns.ts";

/** A status or stage that a person added, or a documented one that they changed for the eye. */
export const statusWord = sqliteTable(
  "status_word",
  {
    id: id(),
    user_id: owner(),
    subject: text({ enum: ["posting", "opportunity", "stage"] }).notNull(),
    /** as the API gives and takes it; never changes */
    text: text().notNull(),
    kind: text().notNull(),
    /** the documented text that an own word counts as; null of a documented one */
    stands_as: text(),
    label: blank(),
    hue: text(),
    place: integer(),
    is_hidden: flag(),
    is_default: flag(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
  },
  (t) => [
    uniqueIndex("status_word_text").on(t.user_id, t.subject, t.text),
    index("status_word_user").on(t.user_id, t.id),
  ],
);

/**
 * Queue of postings whose facts a changed word made stale. Triggers fill it; deleting a row derives that posting's
 * facts anew, by a trigger too: see lib/statuses/facts.ts.
 */
export const postingFactStale = sqliteTable(
  "posting_fact_stale",
  { user_id: integer().notNull(), job_posting_id: integer().notNull() },
  (t) => [primaryKey({ columns: [t.user_id, t.job_posting_id] })],
);
