import { integer, primaryKey, sqliteTable } from "drizzle-orm/sqlite-core";

/**
 * Rows whose words the index `search_index` does not know yet as they are. Triggers add them, whoever writes;
 * lib/search/commands.ts reads the words and takes them off the list.
 */
export const searchPending = sqliteTable(
  "search_pending",
  {
    user_id: integer().notNull(),
    /** 0 posting, 1 site, 2 opportunity */
    kind: integer().notNull(),
    row_id: integer().notNull(),
    /** another with every change, so that what was read before it is not written after it */
    mark: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.kind, t.row_id] })],
);
