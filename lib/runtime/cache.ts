import "server-only";
import { dataVersion } from "../../db/client.ts";

/** Upper bound of one cache, 16 MB. */
const maxBytes = 16 * 1024 * 1024;

/** How long after its last use a cache is emptied: what nobody reads again holds no memory. */
const keptMs = 20_000;

/**
 * A cache that any write to the database invalidates, whoever makes it, so that nothing is ever stale.
 * People read far more often than they write. `make` gives the value with its size in bytes.
 */
export function cacheUntilWrite<T extends object>() {
  const entries = new Map<string, T>();
  let version = "";
  let bytes = 0;
  const clear = () => {
    entries.clear();
    bytes = 0;
  };
  let timer: NodeJS.Timeout | undefined;
  return async (key: string, make: () => Promise<T & { size: number }>): Promise<T> => {
    const current = dataVersion();
    // A remote server's version costs a round trip, which is no quicker than the query itself: no caching.
    if (current === null) return make();
    if (current !== version || bytes > maxBytes) {
      clear();
      version = current;
    }
    timer = timer?.refresh() ?? setTimeout(clear, keptMs).unref();
    const cached = entries.get(key);
    if (cached) return cached;
    const fresh = await make();
    // Of a version that another call has left behind meanwhile, nothing is kept.
    if (version !== current) return fresh;
    bytes += fresh.size;
    entries.set(key, fresh);
    return fresh;
  };
}
