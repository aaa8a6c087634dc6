import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { linkedAccount, passkey, user } from "../../../db/schema/accounts.ts";
import type { Actor } from "./actor.ts";

/** The actor's passkeys, the oldest first. */
export async function listPasskeys(actor: Actor) {
  return getDb()
    .select({
      id: passkey.id,
      name: passkey.name,
      backed_up: passkey.backed_up,
      created_at: passkey.created_at,
      last_used_at: passkey.last_used_at,
    })
    .from(passkey)
    .where(eq(passkey.user_id, actor.user_id))
    .orderBy(asc(passkey.created_at), asc(passkey.id));
}

/** The actor's linked accounts. */
export async function listLinked(actor: Actor) {
  return getDb()
    .select({
      provider: linkedAccount.provider,
      email: linkedAccount.email,
      created_at: linkedAccount.created_at,
    })
    .from(linkedAccount)
    .where(eq(linkedAccount.user_id, actor.user_id))
    .orderBy(asc(linkedAccount.provider), asc(linkedAccount.created_at));
}

/** SQL condition that the actor can still sign in, by a password or otherwise, without `removed` of these. */
export const keepsSignIn = ({ user_id }: Actor, removed: SQL) =>
  sql`(exists (select 1 from ${user} where id = ${user_id} and password not like '!%')
    or (select count(*) from ${passkey} where user_id = ${user_id})
      + (select count(*) from ${linkedAccount} where user_id = ${user_id}) > ${removed})`;

/** The error where the last way to sign in would be removed. */
export const onlyMethodMessage =
  "This is your only way in. Set a password, or add another way, before you remove it.";
