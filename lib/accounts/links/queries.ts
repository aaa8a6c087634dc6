import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { oneTimeLink } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";

export type LinkPurpose = (typeof oneTimeLink.$inferSelect)["purpose"];

/** What is stored of a link's key. It is random, so a plain hash is enough. */
export const hashLink = (key: string) => createHash("sha256").update(key).digest("base64url");

/** Holds for the one link of that key, while it may still be used. */
export const usableLink = (key: string, purpose: LinkPurpose) =>
  and(
    eq(oneTimeLink.token_hash, hashLink(key)),
    eq(oneTimeLink.purpose, purpose),
    isNull(oneTimeLink.used_at),
    gt(oneTimeLink.expires_at, now()),
  );

/** What a link is for, without using it; undefined where it was used, is too old or never was. */
export async function findLink(key: string, purpose: LinkPurpose) {
  const [link] = await getDb()
    .select({ user_id: oneTimeLink.user_id, email: oneTimeLink.email })
    .from(oneTimeLink)
    .where(usableLink(key, purpose));
  return link;
}
