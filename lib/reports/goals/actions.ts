"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "../../forms/form-action.ts";
import { updateGoals } from "./commands.ts";
import { goalsForm } from "./schema.ts";

/** Keeps the weekly goal and the rest days. */
export const saveGoals = formAction(async ({ actor, read }) => {
  await updateGoals(actor, read(goalsForm));
  revalidatePath("/reports", "layout");
  return { saved: true };
});
