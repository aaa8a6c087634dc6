import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { preparedQuery } from "../../../db/prepared-query.ts";
import { personalToken, user } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";

const prefix = "fh_";
/** How old the noted last use may be before it is written again. */
const lastUsedIntervalMs = 5 * 60_000;

/** A new personal token: worth as much as the password, never logged or stored. */
export const generatePersonalToken = () => prefix + randomBytes(32).toString("base64url");

/** What is stored of a personal token. It is random, so a plain hash is enough. */
export const hashPersonalToken = (token: string) =>
  createHash("sha256").update(token).digest("base64url");

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
  const found = await findToken().get({ hash: hashPersonalToken(token) });
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
