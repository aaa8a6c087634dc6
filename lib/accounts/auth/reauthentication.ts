import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { session, user } from "../../../db/schema/accounts.ts";
import { toStored } from "../../dates.ts";
import { Invalid } from "../../errors.ts";
import type { Actor } from "./actor.ts";
import { isUsablePassword, verifyPassword } from "./passwords.ts";
import { checkRateLimit, limits } from "./rate-limits.ts";

const freshSessionMs = 10 * 60_000;

/** Whether the actor has a password; who came by another account may have none. */
export async function hasPassword(actor: Actor): Promise<boolean> {
  return isUsablePassword(await storedPassword(actor));
}

/**
 * Before the ways in are changed: the person proves once more to be who they are, by the password, or where
 * there is none by a session that is ten minutes old at most. Throws `Invalid` and `RateLimitExceeded`.
 */
export async function reauthenticate(
  actor: Actor,
  password: FormDataEntryValue | null,
  sessionId: string,
): Promise<void> {
  const stored = await storedPassword(actor);
  if (!isUsablePassword(stored)) return requireFreshSession(actor, sessionId);
  await checkRateLimit(limits.reauthentication, String(actor.user_id));
  const fits = typeof password === "string" && (await verifyPassword(stored, password));
  if (!fits) throw new Invalid({ current_password: ["This is not your password."] });
}

async function storedPassword(actor: Actor): Promise<string | undefined> {
  const [row] = await getDb()
    .select({ password: user.password })
    .from(user)
    .where(eq(user.id, actor.user_id));
  return row?.password;
}

/** Throws `Invalid` unless the session was opened within the last ten minutes. */
export async function requireFreshSession(actor: Actor, sessionId: string): Promise<void> {
  const fresh = and(
    eq(session.id, sessionId),
    eq(session.user_id, actor.user_id),
    gt(session.created_at, toStored(Date.now() - freshSessionMs)),
  );
  if ((await getDb().$count(session, fresh)) > 0) return;
  throw new Invalid({
    non_field_errors: ["Your sign-in is older than ten minutes. Sign out, sign in, and try again."],
  });
}
