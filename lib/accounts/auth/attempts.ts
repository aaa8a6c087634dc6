import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { limitWindow } from "../../../db/schema/api.ts";
import { env } from "../../env.ts";
import { count, giveBack, type Limit, limits, spend, TooMany } from "./limits.ts";

/** Who tries a password: for which name, from where, and at which browser that the person used before. */
export type Attempt = { name: string; address: string; device: string | null };

/** What a try was counted against, so that a right password can take it back. */
export type Counted = (readonly [Limit, string])[];

/** The most seconds that an address has to wait while somebody guesses a name's password. */
const longestWait = 60;
/** How long a wait that is over may be made use of. */
const redeemable = 10 * 60_000;

/**
 * Counts a try at a password before it is checked. A browser that the person signed in with before has a limit
 * of its own and no other, so that nobody else can use it up. Strangers are counted by name and address
 * (`besides`: and by address), and for the name from everywhere. Throws `TooMany`.
 */
export async function letTry(
  { name, address, device }: Attempt,
  besides?: Limit,
  now: number = Date.now(),
): Promise<Counted> {
  if (!env().RATE_LIMITS) return [];
  const own = limits.sign_in_device;
  if (device && (await spend(own, device, now)).used <= own.most) return [[own, device]];
  if (besides) await count(besides, address, now);
  const here = `${address} ${name}`;
  await count(limits.sign_in, here, now);
  await passAccount(name, here, now);
  return [
    [limits.sign_in, here],
    [limits.sign_in_account, name],
  ];
}

/**
 * Past the limit from everywhere a try needs a wait: the address is told how long, and what it sends after that
 * is tried. So a name can be guessed from a thousand addresses at a crawl, and its person still gets in.
 */
async function passAccount(name: string, here: string, now: number): Promise<void> {
  const limit = limits.sign_in_account;
  const spent = await spend(limit, name, now);
  if (spent.used <= limit.most || (await redeem(here, now))) return;
  await giveBack([[limit, name]]);
  throw new TooMany({ ...spent, left: 0, seconds: await askToWait(here, spent.used, now) });
}

const waitKey = (here: string) => createHash("sha256").update(`wait ${here}`).digest("base64url");

async function redeem(here: string, now: number): Promise<boolean> {
  const over = and(lte(limitWindow.ends_at, now), gt(limitWindow.ends_at, now - redeemable));
  const rows = await getDb()
    .delete(limitWindow)
    .where(and(eq(limitWindow.key, waitKey(here)), over))
    .returning({ key: limitWindow.key });
  return rows.length > 0;
}

/** Two seconds at first, and twice as long with each further lot of failures. */
export function waitAfter(used: number): number {
  const { most } = limits.sign_in_account;
  return Math.min(longestWait, 2 ** Math.ceil((used - most) / most));
}

async function askToWait(here: string, used: number, now: number): Promise<number> {
  const ends = now + waitAfter(used) * 1000;
  // A wait that is longer than any was begun before the clock jumped back.
  const [oldest, latest] = [now - redeemable, now + longestWait * 1000];
  const stale = sql`${limitWindow.ends_at} not between ${oldest} and ${latest}`;
  const [row] = await getDb()
    .insert(limitWindow)
    .values({ key: waitKey(here), used: 1, ends_at: ends })
    .onConflictDoUpdate({
      target: limitWindow.key,
      set: { ends_at: sql`iif(${stale}, ${ends}, ${limitWindow.ends_at})` },
    })
    .returning({ ends_at: limitWindow.ends_at });
  return Math.max(1, Math.ceil(((row?.ends_at ?? ends) - now) / 1000));
}
