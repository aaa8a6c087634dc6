import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import type { Goals } from "./values.ts";

/** The actor's weekly goal and rest days. */
export async function getGoals(actor: Actor): Promise<Goals> {
  const [row] = await getDb()
    .select({ weekly_goal: user.weekly_goal, rest_days: user.rest_days })
    .from(user)
    .where(eq(user.id, actor.user_id));
  const days = row?.rest_days.split(",").map(Number) ?? [];
  return {
    weekly_goal: row?.weekly_goal ?? null,
    rest_days: days.filter((day) => day >= 1 && day <= 7),
  };
}
