import { createHash } from "node:crypto";
import { inArray, lt, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { limitWindow } from "../../../db/schema/api.ts";
import { env } from "../../env.ts";
import { AppError } from "../../errors.ts";
import { networkOf, wideNetworkOf } from "./client-address.ts";

/** Rate limit: requests allowed per subject in a fixed window. */
export type RateLimit = {
  name: string;
  max: number;
  windowSeconds: number;
  /** requests a process reserves from the window in one write; 1 counts exactly */
  leaseSize: number;
};

export const limits = {
  /** tries of one name from one address */
  sign_in: { name: "sign-in", max: 10, windowSeconds: 300, leaseSize: 1 },
  /** tries of one name from everywhere, beyond which strangers wait: lib/accounts/auth/password-attempts.ts */
  sign_in_account: { name: "sign-in", max: 20, windowSeconds: 3_600, leaseSize: 1 },
  /** tries at one browser that the person signed in with before */
  sign_in_device: { name: "sign-in", max: 10, windowSeconds: 300, leaseSize: 1 },
  /** tries of any name from one address */
  sign_in_address: { name: "sign-in", max: 100, windowSeconds: 300, leaseSize: 1 },
  /** codes of one person's second factor, in a quarter of an hour and in a day: a guess is 3 in a million */
  code: { name: "code", max: 10, windowSeconds: 900, leaseSize: 1 },
  code_day: { name: "code", max: 50, windowSeconds: 86_400, leaseSize: 1 },
  /** codes at one browser that the person signed in with before */
  code_device: { name: "code", max: 10, windowSeconds: 900, leaseSize: 1 },
  /** reauthentications of a signed-in person, before credentials are changed */
  reauthentication: { name: "proof", max: 10, windowSeconds: 300, leaseSize: 1 },
  sign_up: { name: "sign-up", max: 10, windowSeconds: 3_600, leaseSize: 1 },
  /** sign-ups that may be mistakes: weak passwords, and all over the API */
  sign_up_request: { name: "sign-up", max: 60, windowSeconds: 3_600, leaseSize: 1 },
  /** links to a new password that are asked for and used, from one address */
  reset_address: { name: "reset", max: 20, windowSeconds: 3_600, leaseSize: 1 },
  /** mails with such a link to one person */
  reset: { name: "reset", max: 3, windowSeconds: 3_600, leaseSize: 1 },
  /** mails that ask one person whether an address is theirs */
  verification_mail: { name: "proof-mail", max: 3, windowSeconds: 3_600, leaseSize: 1 },
  /** changes of one person's address that the old and the new one hear of */
  address_change_mail: { name: "moved-mail", max: 5, windowSeconds: 3_600, leaseSize: 1 },
  token: { name: "token", max: 120, windowSeconds: 60, leaseSize: 10 },
  write: { name: "write", max: 600, windowSeconds: 60, leaseSize: 20 },
  /** readings of one calendar address: programs read a few times an hour */
  calendar: { name: "calendar", max: 60, windowSeconds: 300, leaseSize: 1 },
  /** pages of postings that one person has fetched */
  fetch: { name: "fetch", max: 120, windowSeconds: 600, leaseSize: 1 },
  /** looks at the addresses of one person's postings */
  check: { name: "check", max: 60, windowSeconds: 3_600, leaseSize: 1 },
  /** files that the import page sends */
  upload: { name: "upload", max: 60, windowSeconds: 600, leaseSize: 1 },
} as const satisfies Record<string, RateLimit>;

/** Thrown when a rate limit is exceeded; carries when its window resets. */
export class RateLimitExceeded extends AppError {
  readonly status: RateLimitStatus;
  constructor(status: RateLimitStatus) {
    const { resetSeconds: seconds } = status;
    const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
    super(`Too many tries. Wait ${wait} and try again.`, "too_many");
    this.status = status;
  }
}

/** Rate-limit status: requests used and remaining, and seconds until the window resets. */
export type RateLimitStatus = {
  limit: RateLimit;
  used: number;
  remaining: number;
  resetSeconds: number;
};

type Lease = { unused: number; used: number; ends: number };

const leases = new Map<string, Lease>();
/** Far more than are open at once; an attacker with many addresses cannot fill the memory. */
const maxLeases = 10_000;

/**
 * Counts a request and returns the status; null where `RATE_LIMITS` is off. The count is kept in the database,
 * so that all processes share it. Throws `RateLimitExceeded`.
 */
export async function checkRateLimit(
  limit: RateLimit,
  subject: string,
  now: number = Date.now(),
): Promise<RateLimitStatus | null> {
  if (!env().RATE_LIMITS) return null;
  const status = await consumeRateLimit(limit, subject, now);
  if (status.used > limit.max) throw new RateLimitExceeded(status);
  return status;
}

/** Counts a person's change, over the API and on the pages together. Throws `RateLimitExceeded`. */
export const countWrite = (userId: number): Promise<RateLimitStatus | null> =>
  checkRateLimit(limits.write, String(userId));

/** An address's /56 has as much as this many of its /64s, since a customer's other lines may be in it. */
const wideNetworkFactor = 4;

/**
 * Counts a request against the limit of the network that it came from: an IPv4 address, or a /64 and more loosely a
 * /56 of IPv6. Throws `RateLimitExceeded`.
 */
export async function checkAddressLimit(
  limit: RateLimit,
  address: string,
  now: number = Date.now(),
): Promise<RateLimitStatus | null> {
  const wide = wideNetworkOf(address);
  if (wide) await checkRateLimit({ ...limit, max: limit.max * wideNetworkFactor }, wide, now);
  return checkRateLimit(limit, networkOf(address), now);
}

/** Counts a request and returns whether it is within the limit, for work that is skipped silently beyond it. */
export async function isWithinRateLimit(limit: RateLimit, subject: string): Promise<boolean> {
  if (!env().RATE_LIMITS) return true;
  return (await consumeRateLimit(limit, subject, Date.now())).used <= limit.max;
}

/** Counts a request and returns the status; the caller decides what follows. */
export async function consumeRateLimit(
  limit: RateLimit,
  subject: string,
  now: number,
): Promise<RateLimitStatus> {
  const key = keyOf(limit, subject);
  let lease = leases.get(key);
  if (!lease || lease.unused === 0 || isWindowOver(lease.ends, limit, now)) {
    lease = await takeLease(limit, key, now);
    if (leases.size >= maxLeases) leases.clear();
    if (limit.leaseSize > 1) leases.set(key, lease);
  }
  lease.unused -= 1;
  const used = lease.used - lease.unused;
  return {
    limit,
    used,
    remaining: Math.max(0, limit.max - used),
    resetSeconds: Math.ceil((lease.ends - now) / 1000),
  };
}

// A window that ends later than one that begins now was made before the clock jumped back.
const isWindowOver = (ends: number, { windowSeconds: seconds }: RateLimit, now: number) =>
  ends <= now || ends > now + seconds * 1000;

const keyOf = ({ name, max: most, windowSeconds: seconds }: RateLimit, subject: string) =>
  createHash("sha256").update(`${name} ${most} ${seconds} ${subject}`).digest("base64url");

/** Refunds one request to each of these limits. */
export async function refundRateLimit(
  counted: readonly (readonly [RateLimit, string])[],
): Promise<void> {
  const keys = counted.map(([limit, subject]) => keyOf(limit, subject));
  if (keys.length === 0) return;
  await getDb()
    .update(limitWindow)
    .set({ used: sql`max(0, ${limitWindow.used} - 1)` })
    .where(inArray(limitWindow.key, keys));
}

async function takeLease(limit: RateLimit, key: string, now: number): Promise<Lease> {
  const ends = now + limit.windowSeconds * 1000;
  const over = sql`(${limitWindow.ends_at} <= ${now} or ${limitWindow.ends_at} > ${ends})`;
  const [row] = await getDb()
    .insert(limitWindow)
    .values({ key, used: limit.leaseSize, ends_at: ends })
    .onConflictDoUpdate({
      target: limitWindow.key,
      set: {
        used: sql`iif(${over}, ${limit.leaseSize}, ${limitWindow.used} + ${limit.leaseSize})`,
        ends_at: sql`iif(${over}, ${ends}, ${limitWindow.ends_at})`,
      },
    })
    .returning({ used: limitWindow.used, ends: limitWindow.ends_at });
  if (!row) throw new Error("The limit was not counted.");
  return { ...row, unused: limit.leaseSize };
}

/** Removes the windows that have ended. */
export async function purgeRateLimitWindows(): Promise<void> {
  await getDb().delete(limitWindow).where(lt(limitWindow.ends_at, Date.now()));
}
