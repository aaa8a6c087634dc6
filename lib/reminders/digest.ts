import "server-only";
import { actorById } from "../accounts/auth/accounts.ts";
import { todayQueue } from "../today/queries.ts";
import type { DigestItem } from "./letters.ts";

/** What the digest of a person's day holds: what Today says at this moment. */
export async function digestItems(userId: number): Promise<DigestItem[]> {
  const actor = await actorById(userId, "agent");
  return actor ? (await todayQueue(actor)).items : [];
}
