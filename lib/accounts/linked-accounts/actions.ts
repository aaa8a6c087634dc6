"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "../../forms/form-action.ts";
import { holdPending, proveByForm } from "../auth/browser.ts";
import { openPending } from "../auth/pending.ts";
import { depart } from "../sign-in/departure.ts";
import { unlink } from "./commands.ts";
import { providerIds, refusalWords } from "./values.ts";

/** After the password: goes to a provider, whose account is linked on the way back. */
export const linkAccount = formAction(async ({ actor, form }) => {
  await proveByForm(actor, form);
  const provider = z.enum(providerIds).safeParse(form.get("provider"));
  if (!provider.success) return { message: refusalWords.failed };
  const begun = {
    purpose: "account_link",
    user_id: actor.user_id,
    challenge: provider.data,
  } as const;
  await holdPending("account_link", await openPending(begun));
  const url = await depart(provider.data, "/settings/security");
  return url ? { to: url } : { message: refusalWords.failed };
});

/** Takes an account elsewhere off, after the password. */
export const unlinkAccount = formAction(async ({ actor, form, origin }) => {
  await proveByForm(actor, form);
  await unlink(actor, String(form.get("provider")), origin);
  refresh();
  return { saved: true, flash: { message: "That account is unlinked." } };
});
