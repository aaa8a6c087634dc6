import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { personalToken } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { NotFound } from "../../errors.ts";
import type { Actor } from "../auth/actor.ts";
import { generatePersonalToken, hashPersonalToken } from "../auth/personal-tokens.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import type { TokenInput } from "./schema.ts";

/** Makes a personal token and gives it with its row. It is shown this once: only its hash is kept. */
export async function createToken(actor: Actor, input: TokenInput, from: Origin) {
  const token = generatePersonalToken();
  const made = getDb()
    .insert(personalToken)
    .values({
      user_id: actor.user_id,
      name: input.name,
      scopes: input.scopes.join(" "),
      expires_at: input.expires_at ?? null,
      token_hash: hashPersonalToken(token),
    })
    .returning({
      id: personalToken.id,
      created_at: personalToken.created_at,
      expires_at: personalToken.expires_at,
    });
  const noted = logSecurityEvent(actor.user_id, "token_made", from, input.name);
  const [rows] = (await atomically([made, noted])) as [Awaited<typeof made>];
  const [row] = rows;
  if (!row) throw new Error("no token was added");
  return { ...row, name: input.name, scopes: input.scopes, last_used_at: null, token };
}

/** Ends one of the actor's personal tokens at once. Throws `NotFound`. */
export async function revokeToken(actor: Actor, id: number, from: Origin): Promise<void> {
  const mine = and(
    eq(personalToken.id, id),
    eq(personalToken.user_id, actor.user_id),
    isNull(personalToken.revoked_at),
  );
  const [ended] = await getDb()
    .update(personalToken)
    .set({ revoked_at: now() })
    .where(mine)
    .returning({ name: personalToken.name });
  if (!ended) throw new NotFound();
  await logSecurityEvent(actor.user_id, "token_revoked", from, ended.name);
}
