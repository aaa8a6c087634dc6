import { addressOf, count, limits, type Spent } from "../accounts/auth/limits.ts";
import type { Caller } from "./caller.ts";
import type { Operation } from "./operation.ts";
import type { Asked } from "./request.ts";

/**
 * Counts a request against its limit and gives the headers that say what is left; none for what has no limit.
 * Throws `TooMany`.
 */
export async function countRequest(
  { limit }: Operation,
  changes: boolean,
  request: Asked,
  { actor }: Caller,
): Promise<Record<string, string>> {
  if (limit) return limitHeaders(await count(limits[limit], addressOf(request.headers)));
  if (changes && actor) return limitHeaders(await count(limits.write, String(actor.user_id)));
  return {};
}

/** The IETF's RateLimit header fields (draft-ietf-httpapi-ratelimit-headers). */
export function limitHeaders(spent: Spent | null): Record<string, string> {
  if (!spent) return {};
  const { limit, left, seconds } = spent;
  return {
    "ratelimit-policy": `"${limit.name}";q=${limit.most};w=${limit.seconds}`,
    ratelimit: `"${limit.name}";r=${left};t=${seconds}`,
  };
}
