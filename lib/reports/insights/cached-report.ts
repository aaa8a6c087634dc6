import "server-only";
import type { Actor } from "../../accounts/auth/actor.ts";
import { cacheUntilWrite } from "../../runtime/cache.ts";

/**
 * Wraps a report so that asking again within a minute, with nothing written in between, costs next to nothing:
 * people go to and fro between the pages that show it. What it gives is the caller's own.
 */
export function cachedReport<Args extends unknown[], T extends object>(
  make: (actor: Actor, ...args: Args) => Promise<T>,
) {
  const kept = cacheUntilWrite<{ report: T }>();
  return async (actor: Actor, ...args: Args): Promise<T> => {
    const minute = Math.floor(Date.now() / 60_000);
    const key = JSON.stringify([actor.user_id, actor.time_zone, minute, args]);
    const { report } = await kept(key, async () => {
      const fresh = await make(actor, ...args);
      return { report: fresh, size: JSON.stringify(fresh).length };
    });
    return structuredClone(report);
  };
}
