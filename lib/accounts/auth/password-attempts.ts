import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { limitWindow } from "../../../db/schema/api.ts";
import { env } from "../../env.ts";
import {
  checkRateLimit,
  consumeRateLimit,
  limits,
  type RateLimit,
  RateLimitExceeded,
  refundRateLimit,
} from "./rate-limits.ts";

/** A password attempt: the name, the address, and the known device, if any. */
export type Attempt = { name: string; address: string; device: string | null };

/** What an attempt was counted against, so that a right password can be refunded. */
export type CountedLimits = (readonly [RateLimit, string])[];

/** Longest wait in seconds of an address while a name's password is being guessed. */
const maxWaitSeconds = 60;
/** How long an elapsed wait stays valid. */
const redeemableMs = 10 * 60_000;

/**
 * Counts a try at a password before it is checked. A browser that the person signed in with before has a limit
 * of its own and no other, so that nobody else can use it up. Strangers are counted by name and address
 * (`extraLimit`: and by address), and for the name from everywhere. Throws `RateLimitExceeded`.
 */
export async function countPasswordAttempt(
  { name, address, device }: Attempt,
  extraLimit?: RateLimit,
  now: number = Date.now(),
): Promise<CountedLimits> {
  if (!env().RATE_LIMITS) return [];
  const deviceLimit = limits.sign_in_device;
  if (device && (await consumeRateLimit(deviceLimit, device, now)).used <= deviceLimit.max)
    return [[deviceLimit, device]];
  if (extraLimit) await checkRateLimit(extraLimit, address, now);
  const addressAndName = `${address} ${name}`;
  await checkRateLimit(limits.sign_in, addressAndName, now);
  await checkAccountLimit(name, addressAndName, now);
  return [
    [limits.sign_in, addressAndName],
    [limits.sign_in_account, name],
  ];
}

/**
 * Past the account's limit over all addresses each attempt needs a wait, given in the error; the next attempt
 * after it counts. So guessing from many addresses is slow, and the person still gets in.
 */
async function checkAccountLimit(name: string, addressAndName: string, now: number): Promise<void> {
  const limit = limits.sign_in_account;
  const status = await consumeRateLimit(limit, name, now);
  if (status.used <= limit.max || (await redeemWait(addressAndName, now))) return;
  await refundRateLimit([[limit, name]]);
  throw new RateLimitExceeded({
    ...status,
    remaining: 0,
    resetSeconds: await startWait(addressAndName, status.used, now),
  });
}

const waitKey = (addressAndName: string) =>
  createHash("sha256").update(`wait ${addressAndName}`).digest("base64url");

async function redeemWait(addressAndName: string, now: number): Promise<boolean> {
  const over = and(lte(limitWindow.ends_at, now), gt(limitWindow.ends_at, now - redeemableMs));
  const rows = await getDb()
    .delete(limitWindow)
    .where(and(eq(limitWindow.key, waitKey(addressAndName)), over))
    .returning({ key: limitWindow.key });
  return rows.length > 0;
}

/** Two seconds at first, and twice as long with each further lot of failures. */
export function waitSecondsAfter(used: number): number {
  const { max } = limits.sign_in_account;
  return Math.min(maxWaitSeconds, 2 ** Math.ceil((used - max) / max));
}

async function startWait(addressAndName: string, used: number, now: number): Promise<number> {
  const ends = now + waitSecondsAfter(used) * 1000;
  // A wait that is longer than any was begun before the clock jumped back.
  const [oldest, latest] = [now - redeemableMs, now + maxWaitSeconds * 1000];
  const stale = sql`${limitWindow.ends_at} not between ${oldest} and ${latest}`;
  const [row] = await getDb()
    .insert(limitWindow)
    .values({ key: waitKey(addressAndName), used: 1, ends_at: ends })
    .onConflictDoUpdate({
      target: limitWindow.key,
      set: { ends_at: sql`iif(${stale}, ${ends}, ${limitWindow.ends_at})` },
    })
    .returning({ ends_at: limitWindow.ends_at });
  return Math.max(1, Math.ceil(((row?.ends_at ?? ends) - now) / 1000));
}
