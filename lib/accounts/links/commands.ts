import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../../db/client.ts";
import { oneTimeLink } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";
import { hashLink, type LinkPurpose, usableLink } from "./queries.ts";

const hourMs = 3_600_000;

type Wanted = {
  purpose: LinkPurpose;
  hours: number;
  user_id?: number;
  made_by?: number;
  email?: string;
};

/**
 * Makes a link that works once and gives its key, of which only the hash is kept. A person has one link for a
 * purpose: an older one ends. `extraStatements` is written with it.
 */
export async function createLink(
  { hours, ...wanted }: Wanted,
  notes: Statement[] = [],
): Promise<string> {
  const key = randomBytes(32).toString("base64url");
  const made = getDb()
    .insert(oneTimeLink)
    .values({
      ...wanted,
      token_hash: hashLink(key),
      expires_at: toStored(Date.now() + hours * hourMs),
    });
  const ended =
    wanted.user_id === undefined ? [] : [deleteUnusedLinks(wanted.user_id, wanted.purpose)];
  await atomically([...ended, made, ...notes]);
  return key;
}

/** The statement that ends a person's unused links for a purpose. */
export function deleteUnusedLinks(userId: number, purpose: LinkPurpose) {
  return getDb()
    .delete(oneTimeLink)
    .where(
      and(
        eq(oneTimeLink.user_id, userId),
        eq(oneTimeLink.purpose, purpose),
        isNull(oneTimeLink.used_at),
      ),
    );
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
  const oldest = toStored(Date.now() - 30 * 24 * hourMs);
  await getDb().delete(oneTimeLink).where(lt(oneTimeLink.expires_at, oldest));
}
