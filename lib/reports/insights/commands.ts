import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import type { Actor } from "../../accounts/auth/actor.ts";

/** Keeps how many contacts a week the person's office asks for; null where none does. */
export async function setRequiredContacts(actor: Actor, required: number | null): Promise<void> {
  await getDb().update(user).set({ required_contacts: required }).where(eq(user.id, actor.user_id));
}
