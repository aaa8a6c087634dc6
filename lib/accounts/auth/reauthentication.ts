import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { session, user } from "../../../db/schema/accounts.ts";
import { toStored } from "../../dates.ts";
import { Invalid } from "../../errors.ts";
import type { Actor } from "./actor.ts";
import { isUsablePassword } from "./passwords.ts";

const freshSessionMs = 10 * 60_000;

/** Whether the actor has a password; who came by another account may have none. */
export async function hasPassword(actor: Actor): Promise<boolean> {
  return isUsablePassword(await storedPassword(actor));
}

/** What is stored as the actor's password. */
export async function storedPassword(actor: Actor): Promise<string | undefined> {
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
