import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { cacheUntilWrite } from "../runtime/cache.ts";

/**
 * Caches a report per actor and arguments for a minute or until the next write, because people switch
 * between pages that show the same one. Each caller gets a copy that it may modify.
 */
export function cachedReport<Args extends unknown[], T extends object>(
  make: (actor: Actor, ...args: Args) => Promise<T>,
) {
  const readCached = cacheUntilWrite<{ report: T }>();
  return async (actor: Actor, ...args: Args): Promise<T> => {
    const minute = Math.floor(Date.now() / 60_000);
    const key = JSON.stringify([actor.user_id, actor.time_zone, minute, args]);
    const { report } = await readCached(key, async () => {
      const fresh = await make(actor, ...args);
      return { report: fresh, size: JSON.stringify(fresh).length };
    });
    return structuredClone(report);
  };
}
