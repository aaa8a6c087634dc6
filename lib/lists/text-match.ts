import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether the column contains the words as typed; case does not count for A to Z. */
export function contains(column: SQLWrapper, words: string): SQL {
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`${column} like ${pattern} escape '\\'`;
}
