import "server-only";
import { sql } from "drizzle-orm";
import { prepared } from "../../db/prepared.ts";

/** The most bytes that are kept for one list. */
const most = 16 * 1024 * 1024;

// What this connection has changed so far, and how often any other has: together they change with every write.
const version = prepared((db) =>
  db
    .select({ ours: sql<number>`total_changes()`, others: sql<number>`data_version` })
    .from(sql`pragma_data_version`)
    .prepare(),
);

/**
 * Keeps what was made until anything at all is written to the database, by whomever: then all is made anew, so
 * that an answer is never stale. People read far more often than they write.
 */
export function keptUntilChanged<T extends object>() {
  const kept = new Map<string, T>();
  let made = "";
  let bytes = 0;
  return async (key: string, make: () => Promise<T & { size: number }>): Promise<T> => {
    const now = await version().get();
    const current = `${now?.ours} ${now?.others}`;
    if (current !== made || bytes > most) {
      kept.clear();
      [made, bytes] = [current, 0];
    }
    const known = kept.get(key);
    if (known) return known;
    const fresh = await make();
    bytes += fresh.size;
    kept.set(key, fresh);
    return fresh;
  };
}
