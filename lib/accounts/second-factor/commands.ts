import "server-only";
import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { recoveryCode, secondFactor } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { Invalid } from "../../errors.ts";
import { decryptField, encryptField } from "../../secrets.ts";
import type { Actor } from "../auth/actor.ts";
import { hasSecondFactor } from "../auth/credentials.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import {
  hashRecoveryCode,
  newRecoveryCode,
  newSecret,
  normalizeRecoveryCode,
  timeStepOf,
} from "./codes.ts";

const recoveryCodeCount = 10;

const mine = (actor: Actor) => eq(secondFactor.user_id, actor.user_id);
const wrong = {
  code: ["That code does not fit. Take the one that the app shows now; its clock must be right."],
};

/** Restarts the setup of an authenticator app; no code is asked for until `confirmFactor`. */
export async function startFactor(actor: Actor): Promise<void> {
  const begun = { secret: encryptField(newSecret()), created_at: now(), last_step: 0 };
  await getDb()
    .insert(secondFactor)
    .values({ user_id: actor.user_id, ...begun })
    .onConflictDoUpdate({
      target: secondFactor.user_id,
      set: begun,
      setWhere: isNull(secondFactor.confirmed_at),
    });
}

/** Cancels the set-up; a confirmed app stays. */
export async function cancelFactor(actor: Actor): Promise<void> {
  await getDb()
    .delete(secondFactor)
    .where(and(mine(actor), isNull(secondFactor.confirmed_at)));
}

/**
 * Turns the second factor on with the app's first code, and gives the recovery codes, which are shown this once.
 * Throws `Invalid` for a wrong code.
 */
export async function confirmFactor(
  actor: Actor,
  code: string,
  from: Origin,
  at = Date.now(),
): Promise<string[]> {
  const begun = and(mine(actor), isNull(secondFactor.confirmed_at));
  const [row] = await getDb()
    .select({ secret: secondFactor.secret })
    .from(secondFactor)
    .where(begun);
  const step = row ? timeStepOf(decryptField(row.secret), code, at) : null;
  if (!row || step === null) throw new Invalid(wrong);
  const turned = await getDb()
    .update(secondFactor)
    .set({ confirmed_at: now(), last_step: step })
    .where(and(begun, eq(secondFactor.secret, row.secret)))
    .returning({ user_id: secondFactor.user_id });
  if (turned.length === 0) throw new Invalid(wrong);
  await logSecurityEvent(actor.user_id, "factor_on", from);
  return renewCodes(actor, from);
}

/** Ten new recovery codes in place of the actor's old ones; shown this once. Throws `Invalid` without a factor. */
export async function renewCodes(actor: Actor, from: Origin): Promise<string[]> {
  const { user_id } = actor;
  if (!(await hasSecondFactor(user_id)))
    throw new Invalid({ non_field_errors: ["The second factor is off."] });
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  const rows = codes.map((code) => ({ user_id, code_hash: hashRecoveryCode(code) }));
  await atomically([
    getDb().delete(recoveryCode).where(eq(recoveryCode.user_id, user_id)),
    getDb().insert(recoveryCode).values(rows),
    logSecurityEvent(user_id, "recovery_codes_made", from),
  ]);
  return codes;
}

/** Turns the second factor off, with its recovery codes. */
export async function turnOffFactor(actor: Actor, from: Origin): Promise<void> {
  await atomically([
    getDb().delete(recoveryCode).where(eq(recoveryCode.user_id, actor.user_id)),
    getDb().delete(secondFactor).where(mine(actor)),
    logSecurityEvent(actor.user_id, "factor_off", from),
  ]);
}

/**
 * Verifies a one-time or recovery code at the sign-in and uses it up. Returns whether it was valid.
 */
export async function consumeCode(
  userId: number,
  typed: string,
  from: Origin,
  at = Date.now(),
): Promise<boolean> {
  const letters = normalizeRecoveryCode(typed);
  if (letters) return consumeRecoveryCode(userId, letters, from);
  const active = and(eq(secondFactor.user_id, userId), isNotNull(secondFactor.confirmed_at));
  const [row] = await getDb()
    .select({ secret: secondFactor.secret })
    .from(secondFactor)
    .where(active);
  const step = row ? timeStepOf(decryptField(row.secret), typed, at) : null;
  if (step === null) return false;
  // Of two who send the same code, the second finds its step taken.
  const taken = await getDb()
    .update(secondFactor)
    .set({ last_step: step })
    .where(and(active, lt(secondFactor.last_step, step)))
    .returning({ user_id: secondFactor.user_id });
  return taken.length > 0;
}

async function consumeRecoveryCode(
  userId: number,
  letters: string,
  from: Origin,
): Promise<boolean> {
  const spent = await getDb()
    .update(recoveryCode)
    .set({ used_at: now() })
    .where(
      and(
        eq(recoveryCode.user_id, userId),
        eq(recoveryCode.code_hash, hashRecoveryCode(letters)),
        isNull(recoveryCode.used_at),
      ),
    )
    .returning({ user_id: recoveryCode.user_id });
  if (spent.length === 0) return false;
  await logSecurityEvent(userId, "recovery_code_used", from);
  return true;
}
