import "server-only";
import { changeMark } from "../../db/client.ts";

/** The most bytes that are kept for one list. */
const maxBytes = 16 * 1024 * 1024;

/**
 * Keeps what was made until anything at all is written to the database, by whomever: then all is made anew, so
 * that an answer is never stale. People read far more often than they write.
 */
export function cacheUntilWrite<T extends object>() {
  const kept = new Map<string, T>();
  let made = "";
  let bytes = 0;
  return async (key: string, make: () => Promise<T & { size: number }>): Promise<T> => {
    const current = changeMark();
    // A server's changes cannot be told without asking it, which is no quicker than the answer itself.
    if (current === null) return make();
    if (current !== made || bytes > maxBytes) {
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
