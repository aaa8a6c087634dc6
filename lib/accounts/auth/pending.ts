import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { pendingSignIn } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";
import { sessionIdOf } from "./cookie.ts";

/** How long something half done may wait for its other half. */
export const pendingSeconds = 300;
const mostTries = 5;

export type Purpose = (typeof pendingSignIn.$inferInsert)["purpose"];
type Beginning = { purpose: Purpose; user_id?: number; challenge?: string };

/** Notes what is half done and gives its key, which the browser holds and the database does not. */
export async function openPending(begun: Beginning): Promise<string> {
  await purgePending();
  const key = randomBytes(32).toString("base64url");
  const expires_at = toStored(Date.now() + pendingSeconds * 1000);
  await getDb()
    .insert(pendingSignIn)
    .values({ ...begun, id: sessionIdOf(key), expires_at });
  return key;
}

const living = (key: string, purpose: Purpose) =>
  and(
    eq(pendingSignIn.id, sessionIdOf(key)),
    eq(pendingSignIn.purpose, purpose),
    gt(pendingSignIn.expires_at, now()),
    lt(pendingSignIn.tries, mostTries),
  );

/** Whose it is, while it may still be ended; null when it is over. Counts nothing. */
export async function pendingPerson(key: string, purpose: Purpose): Promise<number | null> {
  const [row] = await getDb()
    .select({ user_id: pendingSignIn.user_id })
    .from(pendingSignIn)
    .where(living(key, purpose));
  return row?.user_id ?? null;
}

/** Counts a try at the other half, and gives whose it is; null when it is over. */
export async function tryPending(key: string, purpose: Purpose): Promise<number | null> {
  const [row] = await getDb()
    .update(pendingSignIn)
    .set({ tries: sql`${pendingSignIn.tries} + 1` })
    .where(living(key, purpose))
    .returning({ user_id: pendingSignIn.user_id });
  return row?.user_id ?? null;
}

/** Takes what is half done out of the database, so that it is ended once; null when it is over. */
export async function takePending(key: string, purpose: Purpose) {
  const [row] = await getDb()
    .delete(pendingSignIn)
    .where(
      and(
        eq(pendingSignIn.id, sessionIdOf(key)),
        eq(pendingSignIn.purpose, purpose),
        gt(pendingSignIn.expires_at, now()),
      ),
    )
    .returning({ user_id: pendingSignIn.user_id, challenge: pendingSignIn.challenge });
  return row ?? null;
}

/** Removes what was never ended. */
export async function purgePending(): Promise<void> {
  await getDb().delete(pendingSignIn).where(lt(pendingSignIn.expires_at, now()));
}
