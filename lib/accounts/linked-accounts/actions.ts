"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "../../forms/form-action.ts";
import { reauthenticateByForm, setPendingCookie } from "../auth/browser.ts";
import { createPendingSignIn } from "../auth/pending-sign-ins.ts";
import { startOAuth } from "../sign-in/oauth-redirect.ts";
import { unlink } from "./commands.ts";
import { providerIds, refusalMessages } from "./values.ts";

/** After the password: goes to a provider, whose account is linked on the way back. */
export const linkAccount = formAction(async ({ actor, form }) => {
  await reauthenticateByForm(actor, form);
  const provider = z.enum(providerIds).safeParse(form.get("provider"));
  if (!provider.success) return { message: refusalMessages.failed };
  const begun = {
    purpose: "account_link",
    user_id: actor.user_id,
    challenge: provider.data,
  } as const;
  await setPendingCookie("account_link", await createPendingSignIn(begun));
  const url = await startOAuth(provider.data, "/settings/security");
  return url ? { to: url } : { message: refusalMessages.failed };
});

/** Removes a linked account, after the password. */
export const unlinkAccount = formAction(async ({ actor, form, origin }) => {
  await reauthenticateByForm(actor, form);
  await unlink(actor, String(form.get("provider")), origin);
  refresh();
  return { saved: true, flash: { message: "That account is unlinked." } };
});
