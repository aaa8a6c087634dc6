import "server-only";
import { eq, lt } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { revokedToken, user } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { findTokenHolder } from "./bearer.ts";
import { issueToken } from "./tokens.ts";

/** A pair of tokens for a person whose password was just checked. */
export async function issueTokenPair(
  userId: number,
  from: Origin,
): Promise<{ access: string; refresh: string }> {
  const [person] = await getDb()
    .select({ id: user.id, tokens_not_before: user.tokens_not_before })
    .from(user)
    .where(eq(user.id, userId));
  if (!person) throw new Error("there is nobody to issue tokens for");
  await logSecurityEvent(userId, "signed_in", from, "API");
  return { access: issueToken("access", person), refresh: issueToken("refresh", person) };
}

/** A new access token for a good refresh token, which stays as it is; null where it is invalid. */
export async function renew(refresh: unknown): Promise<string | null> {
  const holder = await findTokenHolder(refresh, "refresh");
  if (!holder || (await isRevoked(holder.claims.jti))) return null;
  return issueToken("access", holder.person);
}

/** Revokes a refresh token. Returns whether it was valid until now. */
export async function revoke(refresh: unknown, from: Origin): Promise<boolean> {
  const holder = await findTokenHolder(refresh, "refresh");
  if (!holder) return false;
  const { jti, exp } = holder.claims;
  const db = getDb();
  const ended = await db
    .insert(revokedToken)
    .values({ jti, user_id: holder.person.id, expires_at: toStored(Math.min(exp, 4e9) * 1000) })
    .onConflictDoNothing()
    .returning({ jti: revokedToken.jti });
  if (ended.length === 0) return false;
  await logSecurityEvent(holder.person.id, "signed_out", from, "API");
  await db.delete(revokedToken).where(lt(revokedToken.expires_at, now()));
  return true;
}

async function isRevoked(jti: string): Promise<boolean> {
  const rows = await getDb()
    .select({ jti: revokedToken.jti })
    .from(revokedToken)
    .where(eq(revokedToken.jti, jti));
  return rows.length > 0;
}
