"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { setFlash } from "../../forms/flash.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { holdPending } from "../auth/browser.ts";
import { actionActor, currentSessionId } from "../auth/current.ts";
import { openPending } from "../auth/pending.ts";
import { provePerson } from "../auth/proof.ts";
import { originOf } from "../security-log.ts";
import { depart } from "../sign-in/departure.ts";
import { unlink } from "./commands.ts";
import { providerIds, refusalWords } from "./values.ts";

/** After the password: goes to a provider, whose account is linked on the way back. */
export async function linkAccount(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    await provePerson(actor, form.get("current_password"), await currentSessionId());
    const provider = z.enum(providerIds).safeParse(form.get("provider"));
    if (!provider.success) return { message: refusalWords.failed };
    const begun = {
      purpose: "account_link",
      user_id: actor.user_id,
      challenge: provider.data,
    } as const;
    await holdPending("account_link", await openPending(begun));
    const url = await depart(provider.data, "/settings/security");
    if (!url) return { message: refusalWords.failed };
    redirect(url);
  });
}

/** Takes an account elsewhere off, after the password. */
export async function unlinkAccount(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    await provePerson(actor, form.get("current_password"), await currentSessionId());
    await unlink(actor, String(form.get("provider")), originOf(await headers()));
    await setFlash({ message: "That account is unlinked." });
    refresh();
    return { saved: true };
  });
}
