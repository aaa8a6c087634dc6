import { createHash } from "node:crypto";
import { inArray, lt, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { limitWindow } from "../../../db/schema/api.ts";
import { env } from "../../env.ts";
import { AppError } from "../../errors.ts";

/** How many requests a key may make within a window of seconds. */
export type Limit = {
  name: string;
  most: number;
  seconds: number;
  /** how many this process takes from the window at once, so that not each one writes; 1 counts exactly */
  lease: number;
};

export const limits = {
  /** tries of one name from one address */
  sign_in: { name: "sign-in", most: 10, seconds: 300, lease: 1 },
  /** tries of one name from everywhere, beyond which strangers wait: lib/accounts/auth/attempts.ts */
  sign_in_account: { name: "sign-in", most: 20, seconds: 3_600, lease: 1 },
  /** tries at one browser that the person signed in with before */
  sign_in_device: { name: "sign-in", most: 10, seconds: 300, lease: 1 },
  /** tries of any name from one address */
  sign_in_address: { name: "sign-in", most: 100, seconds: 300, lease: 1 },
  /** codes of one person's second factor, in a quarter of an hour and in a day: a guess is 3 in a million */
  code: { name: "code", most: 10, seconds: 900, lease: 1 },
  code_day: { name: "code", most: 50, seconds: 86_400, lease: 1 },
  /** codes at one browser that the person signed in with before */
  code_device: { name: "code", most: 10, seconds: 900, lease: 1 },
  /** proofs of a person who is signed in, before the ways in are changed */
  proof: { name: "proof", most: 10, seconds: 300, lease: 1 },
  sign_up: { name: "sign-up", most: 10, seconds: 3_600, lease: 1 },
  /** sign-ups that may be mistakes: a weak password, and whatever comes over the API */
  sign_up_request: { name: "sign-up", most: 60, seconds: 3_600, lease: 1 },
  /** links to a new password that are asked for and used, from one address */
  reset_address: { name: "reset", most: 20, seconds: 3_600, lease: 1 },
  /** mails with such a link to one person */
  reset: { name: "reset", most: 3, seconds: 3_600, lease: 1 },
  /** mails that ask one person whether an address is theirs */
  proof_mail: { name: "proof-mail", most: 3, seconds: 3_600, lease: 1 },
  /** changes of one person's address that the old and the new one hear of */
  moved_mail: { name: "moved-mail", most: 5, seconds: 3_600, lease: 1 },
  token: { name: "token", most: 120, seconds: 60, lease: 10 },
  write: { name: "write", most: 600, seconds: 60, lease: 20 },
} as const satisfies Record<string, Limit>;

/** So much of something was done that the next try has to wait. */
export class TooMany extends AppError {
  readonly spent: Spent;
  constructor(spent: Spent) {
    const { seconds } = spent;
    const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
    super(`Too many tries. Wait ${wait} and try again.`, "too_many");
    this.spent = spent;
  }
}

/** What is left of a limit, and in how many seconds its window ends. */
export type Spent = { limit: Limit; used: number; left: number; seconds: number };

type Lease = { spare: number; used: number; ends: number };

const leases = new Map<string, Lease>();
/** Far more than are open at once; an attacker with many addresses cannot fill the memory. */
const mostLeases = 10_000;

/**
 * Counts one request of somebody's against a limit and gives what is left; null where `RATE_LIMITS` is off.
 * The count is kept in the database, so that it holds for all processes together. Throws `TooMany`.
 */
export async function count(
  limit: Limit,
  whom: string,
  now: number = Date.now(),
): Promise<Spent | null> {
  if (!env().RATE_LIMITS) return null;
  const spent = await spend(limit, whom, now);
  if (spent.used > limit.most) throw new TooMany(spent);
  return spent;
}

/** Whether one more is within the limit, for what is left undone in silence where it is not. */
export async function isWithin(limit: Limit, whom: string): Promise<boolean> {
  try {
    await count(limit, whom);
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}

/** Counts one request like `count`, and leaves it to the caller what follows from it. */
export async function spend(limit: Limit, whom: string, now: number): Promise<Spent> {
  const key = keyOf(limit, whom);
  let lease = leases.get(key);
  if (!lease || lease.spare === 0 || isOver(lease.ends, limit, now)) {
    lease = await take(limit, key, now);
    if (leases.size >= mostLeases) leases.clear();
    if (limit.lease > 1) leases.set(key, lease);
  }
  lease.spare -= 1;
  const used = lease.used - lease.spare;
  return {
    limit,
    used,
    left: Math.max(0, limit.most - used),
    seconds: Math.ceil((lease.ends - now) / 1000),
  };
}

// A window that ends later than one that begins now was made before the clock jumped back.
const isOver = (ends: number, { seconds }: Limit, now: number) =>
  ends <= now || ends > now + seconds * 1000;

const keyOf = ({ name, most, seconds }: Limit, whom: string) =>
  createHash("sha256").update(`${name} ${most} ${seconds} ${whom}`).digest("base64url");

/** Takes back one request of each that was counted. */
export async function giveBack(counted: readonly (readonly [Limit, string])[]): Promise<void> {
  const keys = counted.map(([limit, whom]) => keyOf(limit, whom));
  if (keys.length === 0) return;
  await getDb()
    .update(limitWindow)
    .set({ used: sql`max(0, ${limitWindow.used} - 1)` })
    .where(inArray(limitWindow.key, keys));
}

async function take(limit: Limit, key: string, now: number): Promise<Lease> {
  const ends = now + limit.seconds * 1000;
  const over = sql`(${limitWindow.ends_at} <= ${now} or ${limitWindow.ends_at} > ${ends})`;
  const [row] = await getDb()
    .insert(limitWindow)
    .values({ key, used: limit.lease, ends_at: ends })
    .onConflictDoUpdate({
      target: limitWindow.key,
      set: {
        used: sql`iif(${over}, ${limit.lease}, ${limitWindow.used} + ${limit.lease})`,
        ends_at: sql`iif(${over}, ${ends}, ${limitWindow.ends_at})`,
      },
    })
    .returning({ used: limitWindow.used, ends: limitWindow.ends_at });
  if (!row) throw new Error("The limit was not counted.");
  return { ...row, spare: limit.lease };
}

/** Removes the windows that have ended. */
export async function purgeWindows(): Promise<void> {
  await getDb().delete(limitWindow).where(lt(limitWindow.ends_at, Date.now()));
}

/**
 * The address a request came from. What a proxy says of it is believed where `TRUST_PROXY` is on; else the
 * server has put its own knowledge there.
 */
export function addressOf(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
