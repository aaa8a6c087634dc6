import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { preparedQuery } from "../../../db/prepared-query.ts";
import { personalToken, user } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";
import { NotFound } from "../../errors.ts";
import type { TokenInput } from "../personal-tokens/schema.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import type { Actor } from "./actor.ts";

const prefix = "fh_";
/** How old the recorded last use may be before it is updated. */
const lastUsedIntervalMs = 5 * 60_000;

/** What is stored of a personal token. It is random, so a plain hash is enough. */
const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

export const isPersonalToken = (token: string) => token.startsWith(prefix);

const findToken = preparedQuery((db) =>
  db
    .select({
      token_id: personalToken.id,
      scopes: personalToken.scopes,
      expires_at: personalToken.expires_at,
      last_used_at: personalToken.last_used_at,
      id: user.id,
      is_staff: user.is_staff,
      is_active: user.is_active,
      time_zone: user.time_zone,
    })
    .from(personalToken)
    .innerJoin(user, eq(user.id, personalToken.user_id))
    .where(
      and(eq(personalToken.token_hash, sql.placeholder("hash")), isNull(personalToken.revoked_at)),
    )
    .prepare(),
);

/**
 * The active person of a personal token that is neither revoked nor past its end, with its scopes, else null.
 * Only with the scope `admin` is an admin one.
 */
export async function findPersonalTokenHolder(token: string) {
  const found = await findToken().get({ hash: hashOf(token) });
  if (!found?.is_active || (found.expires_at !== null && found.expires_at <= now())) return null;
  if ((found.last_used_at ?? "") < toStored(Date.now() - lastUsedIntervalMs)) {
    await getDb()
      .update(personalToken)
      .set({ last_used_at: now() })
      .where(eq(personalToken.id, found.token_id));
  }
  const scopes = found.scopes.split(" ");
  return { ...found, is_staff: found.is_staff && scopes.includes("admin"), scopes };
}

/** Makes a personal token and gives it with its row. It is shown this once: only its hash is kept. */
export async function createToken(actor: Actor, input: TokenInput, from: Origin) {
  const token = prefix + randomBytes(32).toString("base64url");
  const made = getDb()
    .insert(personalToken)
    .values({
      user_id: actor.user_id,
      name: input.name,
      scopes: input.scopes.join(" "),
      expires_at: input.expires_at ?? null,
      token_hash: hashOf(token),
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

/** The actor's personal tokens that are not revoked, by id; the tokens themselves are not stored. */
export async function listTokens(actor: Actor) {
  const rows = await getDb()
    .select({
      id: personalToken.id,
      name: personalToken.name,
      scopes: personalToken.scopes,
      created_at: personalToken.created_at,
      expires_at: personalToken.expires_at,
      last_used_at: personalToken.last_used_at,
    })
    .from(personalToken)
    .where(and(eq(personalToken.user_id, actor.user_id), isNull(personalToken.revoked_at)))
    .orderBy(asc(personalToken.id));
  return rows.map((row) => ({ ...row, scopes: row.scopes.split(" ") }));
}

/** The statement that ends all personal tokens of a person. */
export const revokeTokens = (userId: number) =>
  getDb()
    .update(personalToken)
    .set({ revoked_at: now() })
    .where(and(eq(personalToken.user_id, userId), isNull(personalToken.revoked_at)));

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
