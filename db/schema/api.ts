import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts.ts";
import { instant, sqlNow } from "./columns.ts";

/** Answers to requests that a client may send again under the same key, kept for a day. */
export const idempotentAnswer = sqliteTable(
  "idempotent_answer",
  {
    user_id: integer()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    key: text().notNull(),
    /** of the method, the path and the body */
    fingerprint: text().notNull(),
    created_at: instant().notNull().default(sqlNow),
    /** sealed: see lib/secrets.ts; null until it is answered */
    answer: text(),
  },
  (t) => [
    primaryKey({ columns: [t.user_id, t.key] }),
    index("idempotent_answer_age").on(t.created_at),
  ],
);

/** How often something limited was done in the window that is open: see lib/accounts/auth/rate-limits.ts. */
export const limitWindow = sqliteTable(
  "limit_window",
  {
    /** the limit's name and whom it counts, hashed */
    key: text().primaryKey(),
    used: integer().notNull(),
    /** Unix milliseconds */
    ends_at: integer().notNull(),
  },
  (t) => [index("limit_window_end").on(t.ends_at)],
);
