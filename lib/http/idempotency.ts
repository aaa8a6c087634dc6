import "server-only";
import { hash } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { idempotentAnswer } from "../../db/schema/api.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, toStored } from "../dates.ts";
import { decryptField, encryptField } from "../secrets.ts";
import { HttpError } from "./errors.ts";
import type { OperationResult } from "./operation.ts";
import type { ApiRequest } from "./request.ts";

const keyLifetimeMs = dayMs;
const abandonedAfterMs = 60_000;

/**
 * Runs a request once under its Idempotency-Key: the same request with the same key within a day gets the same
 * answer, and nothing is done again. Throws 422 where the key was another request's and 409 while that runs, or
 * where its answer is `shownOnce`: such a one is not kept.
 */
export async function runIdempotent(
  actor: Actor | null,
  request: ApiRequest,
  fingerprintSource: () => Promise<string>,
  run: () => Promise<OperationResult>,
  shownOnce: boolean,
): Promise<OperationResult> {
  const key = request.headers.get("idempotency-key");
  if (key === null || !actor || request.method !== "POST") return run();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new HttpError(400, "An Idempotency-Key has 1 to 255 visible ASCII characters.");
  }
  const fingerprint = fingerprintOf(request, await fingerprintSource());
  const stored = await claim(actor, key, fingerprint);
  if (stored) return replay(stored, fingerprint);
  try {
    const result = await run();
    await storeResult(actor, key, shownOnce ? null : result);
    return result;
  } catch (error) {
    // A failed request changed nothing and may be retried.
    await atomically([getDb().delete(idempotentAnswer).where(ownKey(actor, key))]);
    throw error;
  }
}

const ownKey = (actor: Actor, key: string) =>
  and(eq(idempotentAnswer.user_id, actor.user_id), eq(idempotentAnswer.key, key));

function fingerprintOf(request: ApiRequest, fingerprintSource: string): string {
  const { pathname, search } = new URL(request.url);
  return hash("sha256", JSON.stringify([pathname + search, fingerprintSource]), "base64url");
}

/** Takes the key for this request; where it is taken, gives what stands under it. */
async function claim(actor: Actor, key: string, fingerprint: string) {
  const db = getDb();
  const before = (millis: number) => lt(idempotentAnswer.created_at, toStored(Date.now() - millis));
  // A request that never ended left its key without an answer: the server stopped in the middle of it.
  const abandoned = and(
    ownKey(actor, key),
    isNull(idempotentAnswer.answer),
    before(abandonedAfterMs),
  );
  const [, inserted] = await atomically([
    db.delete(idempotentAnswer).where(or(before(keyLifetimeMs), abandoned)),
    db
      .insert(idempotentAnswer)
      .values({ user_id: actor.user_id, key, fingerprint })
      .onConflictDoNothing()
      .returning({ key: idempotentAnswer.key }),
  ]);
  if ((inserted as unknown[]).length > 0) return null;
  const [stored] = await db.select().from(idempotentAnswer).where(ownKey(actor, key));
  return stored ?? null;
}

function replay(
  stored: { fingerprint: string; answer: string | null },
  fingerprint: string,
): OperationResult {
  if (stored.fingerprint !== fingerprint) {
    throw new HttpError(422, "This Idempotency-Key was used for another request.");
  }
  if (stored.answer === null) {
    throw new HttpError(409, "The first request with this key still runs.", { "retry-after": "1" });
  }
  const result: OperationResult | null = JSON.parse(decryptField(stored.answer));
  if (!result) {
    throw new HttpError(409, "This was done already, and what it answered is shown only once.");
  }
  return { ...result, headers: { ...result.headers, "idempotency-replayed": "true" } };
}

// An answer may show a password, so it is sealed as that is.
async function storeResult(
  actor: Actor,
  key: string,
  result: OperationResult | null,
): Promise<void> {
  const answer = result && { status: result.status, body: result.body, headers: result.headers };
  await atomically([
    getDb()
      .update(idempotentAnswer)
      .set({ answer: encryptField(JSON.stringify(answer)) })
      .where(ownKey(actor, key)),
  ]);
}
