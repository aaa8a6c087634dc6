import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";

/** The rows of a person's sample data, which one press takes away; `kind` is their table. */
export const sampleRow = sqliteTable(
  "sample_row",
  { user_id: owner(), kind: text().notNull(), row_id: integer().notNull() },
  (t) => [primaryKey({ columns: [t.user_id, t.kind, t.row_id] })],
);
