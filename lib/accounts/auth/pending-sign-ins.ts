import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { pendingSignIn } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";
import { sessionIdOf } from "./cookie.ts";

/** Lifetime of a pending sign-in (second factor, passkey, account link), in seconds. */
export const pendingLifetimeSeconds = 300;
const maxTries = 5;

export type Purpose = (typeof pendingSignIn.$inferInsert)["purpose"];
type Beginning = { purpose: Purpose; user_id?: number; challenge?: string };

/** Stores a pending sign-in and returns its random key; the database holds only the key's hash. */
export async function createPendingSignIn(begun: Beginning): Promise<string> {
  await purgePendingSignIns();
  const key = randomBytes(32).toString("base64url");
  const expires_at = toStored(Date.now() + pendingLifetimeSeconds * 1000);
  await getDb()
    .insert(pendingSignIn)
    .values({ ...begun, id: sessionIdOf(key), expires_at });
  return key;
}

const isUnexpired = (key: string, purpose: Purpose) =>
  and(
    eq(pendingSignIn.id, sessionIdOf(key)),
    eq(pendingSignIn.purpose, purpose),
    gt(pendingSignIn.expires_at, now()),
  );

const hasTriesLeft = lt(pendingSignIn.tries, maxTries);

/** The user id of a pending sign-in, without counting an attempt; null once it is no longer valid. */
export async function pendingUserId(key: string, purpose: Purpose): Promise<number | null> {
  const [row] = await getDb()
    .select({ user_id: pendingSignIn.user_id })
    .from(pendingSignIn)
    .where(and(isUnexpired(key, purpose), hasTriesLeft));
  return row?.user_id ?? null;
}

/** Counts an attempt; gives the user id, or null once it has expired or has no attempts left. */
export async function countPendingAttempt(key: string, purpose: Purpose): Promise<number | null> {
  const [row] = await getDb()
    .update(pendingSignIn)
    .set({ tries: sql`${pendingSignIn.tries} + 1` })
    .where(and(isUnexpired(key, purpose), hasTriesLeft))
    .returning({ user_id: pendingSignIn.user_id });
  return row?.user_id ?? null;
}

/** Consumes a pending sign-in (single use); null if it is missing or has expired. */
export async function consumePendingSignIn(key: string, purpose: Purpose) {
  const [row] = await getDb()
    .delete(pendingSignIn)
    .where(isUnexpired(key, purpose))
    .returning({ user_id: pendingSignIn.user_id, challenge: pendingSignIn.challenge });
  return row ?? null;
}

/** Deletes expired pending sign-ins. */
export async function purgePendingSignIns(): Promise<void> {
  await getDb().delete(pendingSignIn).where(lt(pendingSignIn.expires_at, now()));
}
