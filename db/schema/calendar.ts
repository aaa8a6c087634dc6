import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { id, instant, sqlNow } from "./columns.ts";

/** An address from which a calendar program reads; only the hash of its secret is stored. */
export const calendarFeed = sqliteTable(
  "calendar_feed",
  {
    id: id(),
    user_id: owner(),
    name: text().notNull(),
    /** what the feed holds: words of lib/calendar/values.ts, with a space between */
    contains: text().notNull(),
    /** how long before an interview the calendar reminds; null for not at all */
    alarm_minutes: integer(),
    secret_hash: text().notNull().unique(),
    created_at: instant().notNull().default(sqlNow),
    last_read_at: instant(),
  },
  (t) => [index("calendar_feed_user").on(t.user_id, t.id)],
);
