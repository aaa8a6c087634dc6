import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Condition: the column contains the text; case-insensitive for A to Z. */
export function contains(column: SQLWrapper, words: string): SQL {
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`${column} like ${pattern} escape '\\'`;
}
