import { integer, primaryKey, sqliteTable } from "drizzle-orm/sqlite-core";

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
