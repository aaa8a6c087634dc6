import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { isUniqueViolation } from "../../../db/errors.ts";
import { linkedAccount, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { Invalid } from "../../errors.ts";
import type { Actor } from "../auth/actor.ts";
import { unusablePassword } from "../auth/passwords.ts";
import { keepsSignIn, onlyMethodMessage } from "../auth/sign-in-methods.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { admissionRefusal, maySignUp, noUsers, spend } from "../users/admission.ts";
import { isUsernameTaken } from "../users/queries.ts";
import type { ProviderProfile } from "./schema.ts";
import type { Refusal } from "./values.ts";

/** The person who signed in at a provider, or the reason of a refusal. */
export type FoundPerson = { id: number } | { refusal: Refusal };

/**
 * Finds or registers the person of a provider's profile: the one it is linked to; else the one with the same
 * address, verified on both sides; else a new person, where `SIGN_UP` or an invitation allows it.
 */
export async function findOrRegister(
  who: ProviderProfile,
  from: Origin,
  invitation?: string,
): Promise<FoundPerson> {
  const known = await findLinkedPerson(who);
  if (known) return known;
  // What an unproven address belongs to is not told: it may be a stranger's.
  if (!who.email) return { refusal: "unproven" };
  const [same] = await getDb()
    .select({ id: user.id, is_active: user.is_active, proved: user.email_verified_at })
    .from(user)
    .where(eq(user.email_key, who.email.toLowerCase()));
  if (!same) return createPerson(who, from, invitation);
  if (!same.is_active) return { refusal: "failed" };
  if (!same.proved) return { refusal: "known" };
  return (await linkTo({ user_id: same.id }, who, from)) ? { id: same.id } : { refusal: "taken" };
}

async function findLinkedPerson({
  provider,
  subject,
}: ProviderProfile): Promise<FoundPerson | null> {
  const [row] = await getDb()
    .update(linkedAccount)
    .set({ last_used_at: now() })
    .where(and(eq(linkedAccount.provider, provider), eq(linkedAccount.subject, subject)))
    .returning({ id: linkedAccount.user_id });
  if (!row) return null;
  const active = and(eq(user.id, row.id), eq(user.is_active, true));
  const people = await getDb().select({ id: user.id }).from(user).where(active);
  return people[0] ?? { refusal: "failed" };
}

/** Links an account elsewhere to a person's; says whether it is theirs now, and not another's. */
export async function linkTo(
  { user_id }: Pick<Actor, "user_id">,
  who: ProviderProfile,
  from: Origin,
): Promise<boolean> {
  const { provider, subject, email } = who;
  const made = await getDb()
    .insert(linkedAccount)
    .values({ provider, subject, email, user_id, last_used_at: now() })
    .onConflictDoNothing()
    .returning({ user_id: linkedAccount.user_id });
  if (made.length > 0) {
    await logSecurityEvent(user_id, "account_linked", from, `${provider} ${email}`.trim());
    return true;
  }
  const mine = await findLinkedPerson(who);
  return mine !== null && "id" in mine && mine.id === user_id;
}

/** Removes a linked account of the actor. Throws `Invalid` where it is the only way to sign in. */
export async function unlink(actor: Actor, provider: string, from: Origin): Promise<void> {
  const mine = and(eq(linkedAccount.user_id, actor.user_id), eq(linkedAccount.provider, provider));
  const here = sql`(select count(*) from ${linkedAccount} where user_id = ${actor.user_id}
    and provider = ${provider})`;
  const removed = await getDb()
    .delete(linkedAccount)
    .where(and(mine, keepsSignIn(actor, here)))
    .returning({ email: linkedAccount.email });
  for (const { email } of removed) {
    await logSecurityEvent(actor.user_id, "account_unlinked", from, `${provider} ${email}`.trim());
  }
  if (removed.length === 0 && (await getDb().$count(linkedAccount, mine)) > 0)
    throw new Invalid({ non_field_errors: [onlyMethodMessage] });
}

const maxUsernameTries = 20;

async function createPerson(
  who: ProviderProfile,
  from: Origin,
  invitation: string | undefined,
): Promise<FoundPerson> {
  for (let i = 0; i < maxUsernameTries; i++) {
    const refusal = await admissionRefusal(invitation);
    if (refusal) return { refusal };
    const username = i === 0 ? who.username : `${who.username}${i + 1}`;
    if (await isUsernameTaken(null, username)) continue;
    try {
      const made = await insertPerson({ ...who, username }, invitation);
      if (!made) continue;
      await logSecurityEvent(made.id, "account_made", from);
      await logSecurityEvent(made.id, "account_linked", from, `${who.provider} ${who.email}`);
      return made;
    } catch (error) {
      // Somebody else took the name or the address, or this very account was registered twice at once.
      if (!isUniqueViolation(error)) throw error;
      const known = await findLinkedPerson(who);
      if (known) return known;
    }
  }
  return { refusal: "failed" };
}

async function insertPerson(
  who: ProviderProfile,
  invitation: string | undefined,
): Promise<{ id: number } | undefined> {
  // Random, so it also finds the new row again within the transaction.
  const password = unusablePassword();
  const { email, username, first_name, last_name, provider, subject } = who;
  const mine = and(eq(user.username, username), eq(user.password, password));
  await atomically([
    sql`insert into ${user} (username, email, email_key, email_verified_at, password, first_name,
        last_name, is_staff, color_mode)
      select ${username}, ${email}, ${email.toLowerCase()}, ${now()}, ${password}, ${first_name},
        ${last_name}, ${noUsers}, 'system' where ${maySignUp(invitation)}`,
    sql`insert into ${linkedAccount} (provider, subject, user_id, email, last_used_at)
      select ${provider}, ${subject}, id, ${email}, ${now()} from ${user}
      where ${mine}`,
    ...spend(invitation, mine),
  ]);
  const [row] = await getDb().select({ id: user.id }).from(user).where(mine);
  return row;
}
