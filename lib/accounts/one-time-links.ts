import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { oneTimeLink } from "../../db/schema/accounts.ts";
import { dayMs, now, toStored } from "../dates.ts";

type LinkPurpose = (typeof oneTimeLink.$inferSelect)["purpose"];

/** Lifetime of a link in hours. */
export const linkLifetimeHours = { reset: 1, invitation: 7 * 24, address: 7 * 24 } as const;

/** The same for a link to a new password that somebody still has to hand over. */
export const handedOverResetHours = 24;

/** What is stored of a link's key. It is random, so a plain hash is enough. */
export const hashLink = (key: string) => createHash("sha256").update(key).digest("base64url");

/** Condition: links for a purpose that nobody has used. */
export const isUnused = (purpose: LinkPurpose) =>
  and(eq(oneTimeLink.purpose, purpose), isNull(oneTimeLink.used_at));

/** Condition: the one link of that key, while it may still be used. */
export const usableLink = (key: string, purpose: LinkPurpose) =>
  and(
    eq(oneTimeLink.token_hash, hashLink(key)),
    isUnused(purpose),
    gt(oneTimeLink.expires_at, now()),
  );

/** Whether a text has the form of a link's key. */
export const isLinkKey = (key: string): boolean => /^[\w-]{43}$/.test(key);

/** What a link is for, without using it; undefined where it was used, is too old or never was. */
export async function findLink(key: string, purpose: LinkPurpose) {
  if (!isLinkKey(key)) return undefined;
  const [link] = await getDb()
    .select({ user_id: oneTimeLink.user_id, email: oneTimeLink.email })
    .from(oneTimeLink)
    .where(usableLink(key, purpose));
  return link;
}

type Wanted = {
  purpose: LinkPurpose;
  hours?: number;
  user_id?: number;
  made_by?: number;
  email?: string;
};

/**
 * Makes a link that works once and gives its key, of which only the hash is kept. A person has one link for a
 * purpose: an older one ends. `note` is written with it.
 */
export async function createLink(
  { hours, ...wanted }: Wanted,
  ...note: Statement[]
): Promise<string> {
  const key = randomBytes(32).toString("base64url");
  const lifetimeHours = hours ?? linkLifetimeHours[wanted.purpose];
  const expires_at = toStored(Date.now() + lifetimeHours * 3_600_000);
  const made = getDb()
    .insert(oneTimeLink)
    .values({ ...wanted, token_hash: hashLink(key), expires_at });
  const ended =
    wanted.user_id === undefined ? [] : [deleteUnusedLinks(wanted.user_id, wanted.purpose)];
  await atomically([...ended, made, ...note]);
  return key;
}

/** The statement that ends a person's unused links for a purpose. */
export function deleteUnusedLinks(userId: number, purpose: LinkPurpose) {
  return getDb()
    .delete(oneTimeLink)
    .where(and(eq(oneTimeLink.user_id, userId), isUnused(purpose)));
}

/** Uses a link up and gives what it is for; undefined where it is invalid or was used meanwhile. */
export async function consumeLink(key: string, purpose: LinkPurpose) {
  const [link] = await getDb()
    .update(oneTimeLink)
    .set({ used_at: now() })
    .where(usableLink(key, purpose))
    .returning({ user_id: oneTimeLink.user_id, email: oneTimeLink.email });
  return link;
}

/** Removes links that ended more than a month ago. */
export async function purgeLinks(): Promise<void> {
  const oldest = toStored(Date.now() - 30 * dayMs);
  await getDb().delete(oneTimeLink).where(lt(oneTimeLink.expires_at, oldest));
}
