"use server";
import { revalidatePath } from "next/cache";
import { actionActor } from "../../accounts/auth/current.ts";
import { parseInput } from "../../fields.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { updateGoals } from "./commands.ts";
import { goalsForm } from "./schema.ts";

/** Keeps the weekly goal and the rest days. */
export async function saveGoals(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    await updateGoals(actor, parseInput(goalsForm, Object.fromEntries(form)));
    revalidatePath("/reports", "layout");
    return { saved: true };
  });
}
