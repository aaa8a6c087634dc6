import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { instant, sqlNow } from "./columns.ts";

/** Responses by Idempotency-Key, kept for a day for clients that retry. */
export const idempotentAnswer = sqliteTable(
  "idempotent_answer",
  {
    user_id: owner(),
    key: text().notNull(),
    /** a hash of the method, path and body */
    fingerprint: text().notNull(),
    created_at: instant().notNull().default(sqlNow),
    /** the response, encrypted (see lib/secrets.ts); null while the first request runs */
    answer: text(),
  },
  (t) => [
    primaryKey({ columns: [t.user_id, t.key] }),
    index("idempotent_answer_age").on(t.created_at),
  ],
);

/** Rate limits: the use of each limit in its current window; see lib/accounts/auth/rate-limits.ts. */
export const limitWindow = sqliteTable(
  "limit_window",
  {
    /** a hash of the limit's name and of the user or address it counts */
    key: text().primaryKey(),
    used: integer().notNull(),
    /** Unix milliseconds */
    ends_at: integer().notNull(),
  },
  (t) => [index("limit_window_end").on(t.ends_at)],
);
