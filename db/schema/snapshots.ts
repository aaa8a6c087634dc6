import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { blank, id, instant, json, sqlNow } from "./columns.ts";
import { jobPosting } from "./tracker.ts";

/** A posting as it was captured, beside what its owner made of it; only `seen_at` ever changes. */
export const snapshot = sqliteTable(
  "snapshot",
  {
    id: id(),
    user_id: owner(),
    job_posting_id: integer()
      .notNull()
      .references(() => jobPosting.id, { onDelete: "cascade" }),
    captured_at: instant().notNull().default(sqlNow),
    /** when it last looked the same */
    seen_at: instant().notNull().default(sqlNow),
    /** where it was in the end, after redirects; empty for a pasted text or a file */
    address: blank(),
    /** what was read: see lib/capture/snapshots/values.ts */
    source: text().notNull(),
    /** of the words of the text: see lib/capture/snapshots/fields.ts */
    hash: text().notNull(),
    /** sanitised rich text */
    text: blank(),
    /** the values as read, as JSON: see lib/capture/snapshots/fields.ts */
    fields: json().notNull(),
  },
  (t) => [
    index("snapshot_posting").on(t.job_posting_id, t.id),
    index("snapshot_user").on(t.user_id, t.id),
  ],
);
