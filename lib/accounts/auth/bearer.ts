import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { preparedQuery } from "../../../db/prepared-query.ts";
import { revokedToken, user } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";
import { env } from "../../env.ts";
import { Unauthenticated } from "../../errors.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { type Actor, mintActor } from "./actor.ts";
import { findPersonalTokenHolder, isPersonalToken } from "./personal-tokens.ts";
import { type Claims, issueToken, readToken, type TokenType } from "./tokens.ts";

/** An invalid token; `body` is the documented response. */
class RefusedToken extends Unauthenticated {
  readonly #body: object;
  constructor(detail: string, code: string, more: object = {}) {
    super(detail);
    this.#body = { detail, code, ...more };
  }

  override get body(): object {
    return this.#body;
  }
}

/** The authenticated caller: the person, with the token or a personal token's scopes. */
export type Bearer = { actor: Actor; jti?: string; scopes?: readonly string[] };

const findPerson = preparedQuery((db) =>
  db
    .select({
      id: user.id,
      is_staff: user.is_staff,
      is_active: user.is_active,
      time_zone: user.time_zone,
      tokens_not_before: user.tokens_not_before,
      kept_token: user.kept_token,
    })
    .from(user)
    .where(eq(user.id, sql.placeholder("id")))
    .prepare(),
);

/**
 * Whoever the Authorization header names, or null where it names nobody (no header, another scheme).
 * Throws `RefusedToken` for an invalid header or token.
 */
export async function authenticateBearer(authorization: string | null): Promise<Bearer | null> {
  const [scheme, token, more] = authorization?.trim().split(/\s+/) ?? [];
  if (scheme !== "Bearer") return null;
  if (token === undefined || more !== undefined) {
    throw new RefusedToken(
      "Authorization header must contain two space-delimited values",
      "bad_authorization_header",
    );
  }
  if (isPersonalToken(token)) {
    const holder = await findPersonalTokenHolder(token);
    if (!holder) throw invalidToken("Token is invalid or expired");
    return { actor: mintActor(holder, "api", env().TIME_ZONE), scopes: holder.scopes };
  }
  const read = readToken(token, "access");
  if ("fault" in read) throw invalidToken(read.fault);
  const person = await findClaimsUser(read.claims);
  return { actor: mintActor(person, "api", env().TIME_ZONE), jti: read.claims.jti };
}

function invalidToken(message: string): RefusedToken {
  const messages = [{ token_class: "AccessToken", token_type: "access", message }];
  return new RefusedToken("Given token not valid for any token type", "token_not_valid", {
    messages,
  });
}

/** The active person whom good claims name. Throws `RefusedToken` where there is none, or not any more. */
async function findClaimsUser(claims: Claims) {
  const { user_id } = claims;
  if (user_id === undefined) {
    const words = "Token contained no recognizable user identification";
    throw new RefusedToken(words, "token_not_valid");
  }
  const id = typeof user_id === "string" || typeof user_id === "number" ? Number(user_id) : 0;
  const person = Number.isSafeInteger(id) ? await findPerson().get({ id }) : undefined;
  if (!person) throw new RefusedToken("User not found", "user_not_found");
  if (!person.is_active) throw new RefusedToken("User is inactive", "user_inactive");
  const issued = claims.iat ?? 0;
  if (issued < person.tokens_not_before && claims.jti !== person.kept_token) {
    throw invalidToken("Token is invalid or expired");
  }
  return person;
}

/** The claims and the person of a token of the given type in a body; null where it is invalid. */
async function findTokenHolder(token: unknown, type: TokenType) {
  const read = typeof token === "string" ? readToken(token, type) : undefined;
  if (!read || "fault" in read) return null;
  try {
    return { claims: read.claims, person: await findClaimsUser(read.claims) };
  } catch (error) {
    if (error instanceof RefusedToken) return null;
    throw error;
  }
}

/** A pair of tokens for a person whose password was just checked. */
export async function issueTokenPair(
  userId: number,
  from: Origin,
): Promise<{ access: string; refresh: string }> {
  const person = await findPerson().get({ id: userId });
  if (!person) throw new Error("there is nobody to issue tokens for");
  await logSecurityEvent(userId, "signed_in", from, "API");
  return { access: issueToken("access", person), refresh: issueToken("refresh", person) };
}

/** A new access token for a good refresh token, which stays as it is; null where it is invalid. */
export async function renew(refresh: unknown): Promise<string | null> {
  const holder = await findTokenHolder(refresh, "refresh");
  if (!holder) return null;
  const revoked = await getDb().$count(revokedToken, eq(revokedToken.jti, holder.claims.jti));
  return revoked > 0 ? null : issueToken("access", holder.person);
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
