import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { id, instant, json, sqlNow } from "./columns.ts";

/** A change of many postings or opportunities at once, kept for 30 days so that it can be undone. */
export const bulkChange = sqliteTable(
  "bulk_change",
  {
    id: id(),
    user_id: owner(),
    /** the table of its rows */
    kind: text({ enum: ["job_posting", "email_opportunity"] }).notNull(),
    /** what is done to each: see lib/bulk/schema.ts */
    change: json().notNull(),
    state: text({ enum: ["running", "done", "undoing", "undone"] })
      .notNull()
      .default("running"),
    /** the moment of all that it logs, by which its undo knows it */
    moment: instant().notNull(),
    /** how many rows were chosen, and what became of them */
    total: integer().notNull(),
    changed: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    undone: integer().notNull().default(0),
    /** not put back, since they were changed otherwise meanwhile */
    kept: integer().notNull().default(0),
    created_at: instant().notNull().default(sqlNow),
    undone_at: instant(),
  },
  (t) => [
    index("bulk_change_user").on(t.user_id, t.id),
    index("bulk_change_age").on(t.created_at),
    index("bulk_change_unfinished").on(t.id).where(sql`state in ('running', 'undoing')`),
  ],
);

/** A row that a bulk change is for, with what it was before and after. */
export const bulkChangeRow = sqliteTable(
  "bulk_change_row",
  {
    id: id(),
    bulk_change_id: integer()
      .notNull()
      .references(() => bulkChange.id, { onDelete: "cascade" }),
    /** not a reference: the row may be deleted for good */
    row_id: integer().notNull(),
    /** "current" within one transaction alone */
    state: text({ enum: ["waiting", "current", "changed", "skipped", "undone", "kept"] })
      .notNull()
      .default("waiting"),
    before: text(),
    after: text(),
    /** how many events it logged */
    events: integer().notNull().default(0),
  },
  (t) => [index("bulk_change_row_state").on(t.bulk_change_id, t.state, t.row_id)],
);
