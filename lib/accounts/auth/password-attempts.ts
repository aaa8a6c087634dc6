import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { limitWindow } from "../../../db/schema/api.ts";
import { env } from "../../env.ts";
import { networkOf } from "./client-address.ts";
import { isKnownNetwork } from "./known-networks.ts";
import {
  checkAddressLimit,
  checkRateLimit,
  consumeRateLimit,
  limits,
  type RateLimit,
  RateLimitExceeded,
  refundRateLimit,
} from "./rate-limits.ts";

/** A password attempt: the name and whose it is, the address, and the known device, if any. */
export type Attempt = {
  name: string;
  address: string;
  device: string | null;
  user_id?: number;
};

/** What an attempt was counted against, so that a right password can be refunded. */
export type CountedLimits = (readonly [RateLimit, string])[];

/** Longest wait in seconds of all strangers together while a name's password is being guessed. */
const maxWaitSeconds = 60;
/** How long an elapsed wait stays valid. */
const redeemableMs = 10 * 60_000;

/**
 * Counts a try at a password before it is checked. A browser that the person signed in with before has a limit
 * of its own and no other, so that nobody else can use it up. Strangers are counted by name and network
 * (`extraLimit`: and by network), and for the name from everywhere. Throws `RateLimitExceeded`.
 */
export async function countPasswordAttempt(
  { name, address, device, user_id }: Attempt,
  extraLimit?: RateLimit,
  now: number = Date.now(),
): Promise<CountedLimits> {
  if (!env().RATE_LIMITS) return [];
  const deviceLimit = limits.sign_in_device;
  if (device && (await consumeRateLimit(deviceLimit, device, now)).used <= deviceLimit.max)
    return [[deviceLimit, device]];
  if (extraLimit) await checkAddressLimit(extraLimit, address, now);
  const networkAndName = `${networkOf(address)} ${name}`;
  await checkRateLimit(limits.sign_in, networkAndName, now);
  await checkAccountLimit({ name, address, user_id }, now);
  return [
    [limits.sign_in, networkAndName],
    [limits.sign_in_account, name],
  ];
}

/**
 * Past the account's limit an attempt needs a wait, given in the error, and the first one after it counts. All
 * strangers share one wait, so that many addresses guess no faster than one; each network that the person signed in
 * from before has its own, so that strangers never keep the person out there.
 */
async function checkAccountLimit(
  { name, address, user_id }: Omit<Attempt, "device">,
  now: number,
): Promise<void> {
  const limit = limits.sign_in_account;
  const status = await consumeRateLimit(limit, name, now);
  if (status.used <= limit.max) return;
  const isKnown = await isKnownNetwork(user_id, address);
  const who = isKnown ? `${networkOf(address)} ${name}` : name;
  if (await redeemWait(who, now)) return;
  await refundRateLimit([[limit, name]]);
  throw new RateLimitExceeded({
    ...status,
    remaining: 0,
    resetSeconds: await startWait(who, status.used, now),
  });
}

const waitKey = (who: string) => createHash("sha256").update(`wait ${who}`).digest("base64url");

async function redeemWait(who: string, now: number): Promise<boolean> {
  const over = and(lte(limitWindow.ends_at, now), gt(limitWindow.ends_at, now - redeemableMs));
  const rows = await getDb()
    .delete(limitWindow)
    .where(and(eq(limitWindow.key, waitKey(who)), over))
    .returning({ key: limitWindow.key });
  return rows.length > 0;
}

/** Two seconds at first, and twice as long with each further lot of failures. */
export function waitSecondsAfter(used: number): number {
  const { max } = limits.sign_in_account;
  return Math.min(maxWaitSeconds, 2 ** Math.ceil((used - max) / max));
}

async function startWait(who: string, used: number, now: number): Promise<number> {
  const ends = now + waitSecondsAfter(used) * 1000;
  // A wait that is longer than any was begun before the clock jumped back.
  const [oldest, latest] = [now - redeemableMs, now + maxWaitSeconds * 1000];
  const stale = sql`${limitWindow.ends_at} not between ${oldest} and ${latest}`;
  const [row] = await getDb()
    .insert(limitWindow)
    .values({ key: waitKey(who), used: 1, ends_at: ends })
    .onConflictDoUpdate({
      target: limitWindow.key,
      set: { ends_at: sql`iif(${stale}, ${ends}, ${limitWindow.ends_at})` },
    })
    .returning({ ends_at: limitWindow.ends_at });
  return Math.max(1, Math.ceil(((row?.ends_at ?? ends) - now) / 1000));
}
