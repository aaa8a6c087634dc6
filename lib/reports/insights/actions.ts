"use server";

import { refresh } from "next/cache";
import { actionActor } from "../../accounts/auth/current.ts";
import { parseInput } from "../../fields.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { setRequiredContacts } from "./commands.ts";
import { requiredForm } from "./schema.ts";

/** Sets how many contacts a week are asked of the person; an empty field asks for none. */
export async function saveRequiredContacts(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const { required_contacts } = parseInput(requiredForm, Object.fromEntries(form));
    await setRequiredContacts(actor, required_contacts);
    refresh();
    return { saved: true };
  });
}
