import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { recoveryCode, secondFactor } from "../../../db/schema/accounts.ts";
import { decryptField } from "../../secrets.ts";
import type { Actor } from "../auth/actor.ts";

/** The state of the actor's authenticator app; the secret only during set-up. */
export type Factor =
  | { state: "off" }
  | { state: "started"; secret: string }
  | { state: "on"; confirmed_at: string; codes_left: number };

export async function getFactor(actor: Actor): Promise<Factor> {
  const [row] = await getDb()
    .select({ secret: secondFactor.secret, confirmed_at: secondFactor.confirmed_at })
    .from(secondFactor)
    .where(eq(secondFactor.user_id, actor.user_id));
  if (!row) return { state: "off" };
  const { confirmed_at } = row;
  if (!confirmed_at) return { state: "started", secret: decryptField(row.secret) };
  const unused = and(eq(recoveryCode.user_id, actor.user_id), isNull(recoveryCode.used_at));
  return { state: "on", confirmed_at, codes_left: await getDb().$count(recoveryCode, unused) };
}
