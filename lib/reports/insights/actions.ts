"use server";

import { refresh } from "next/cache";
import { formAction } from "../../forms/form-action.ts";
import { setRequiredContacts } from "./commands.ts";
import { requiredForm } from "./schema.ts";

/** Sets how many contacts a week are asked of the person; an empty field asks for none. */
export const saveRequiredContacts = formAction(async ({ actor, read }) => {
  await setRequiredContacts(actor, read(requiredForm).required_contacts);
  refresh();
  return { saved: true };
});
