import { clientAddress } from "../accounts/auth/client-address.ts";
import {
  checkAddressLimit,
  countWrite,
  limits,
  type RateLimitStatus,
} from "../accounts/auth/rate-limits.ts";
import type { Caller } from "./caller.ts";
import type { Operation } from "./operation.ts";
import type { ApiRequest } from "./request.ts";

/**
 * Counts a request against its limit and gives the headers that say what is left; none for what has no limit.
 * Throws `RateLimitExceeded`.
 */
export async function checkRequestRateLimit(
  { limit }: Operation,
  changes: boolean,
  request: ApiRequest,
  { actor }: Caller,
): Promise<Record<string, string>> {
  if (limit)
    return rateLimitHeaders(await checkAddressLimit(limits[limit], clientAddress(request.headers)));
  if (changes && actor) return rateLimitHeaders(await countWrite(actor.user_id));
  return {};
}

/** The IETF's RateLimit header fields (draft-ietf-httpapi-ratelimit-headers). */
export function rateLimitHeaders(status: RateLimitStatus | null): Record<string, string> {
  if (!status) return {};
  const { limit, remaining, resetSeconds } = status;
  return {
    "ratelimit-policy": `"${limit.name}";q=${limit.max};w=${limit.windowSeconds}`,
    ratelimit: `"${limit.name}";r=${remaining};t=${resetSeconds}`,
  };
}
