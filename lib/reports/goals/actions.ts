"use server";

import { refresh, revalidatePath } from "next/cache";
import { formAction } from "../../forms/form-action.ts";
import { setRequiredContacts, updateGoals } from "./commands.ts";
import { contactsForm, goalsForm } from "./schema.ts";

/** Saves the weekly goal and the rest days. */
export const saveGoals = formAction(async ({ actor, read }) => {
  await updateGoals(actor, read(goalsForm));
  revalidatePath("/reports", "layout");
  return { saved: true };
});

/** Saves the weekly number of contacts that the unemployment office requires; an empty field clears it. */
export const saveRequiredContacts = formAction(async ({ actor, read }) => {
  await setRequiredContacts(actor, read(contactsForm).required_contacts);
  refresh();
  return { saved: true };
});
