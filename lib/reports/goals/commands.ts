import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import type { GoalsInput } from "./schema.ts";

/** Writes the given goals of the actor and leaves the others. */
export async function updateGoals(actor: Actor, { weekly_goal, rest_days }: GoalsInput) {
  const values = {
    ...(weekly_goal === undefined ? {} : { weekly_goal }),
    ...(rest_days === undefined ? {} : { rest_days: rest_days.join(",") }),
  };
  if (Object.keys(values).length === 0) return;
  await getDb().update(user).set(values).where(eq(user.id, actor.user_id));
}

/** Saves the contacts per week that the unemployment office requires; null for none. */
export async function setRequiredContacts(actor: Actor, required: number | null): Promise<void> {
  await getDb().update(user).set({ required_contacts: required }).where(eq(user.id, actor.user_id));
}
