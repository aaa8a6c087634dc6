"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { setFlash } from "../../forms/flash.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { requireActor } from "../auth/current.ts";
import { TooMany } from "../auth/limits.ts";
import { originOf } from "../security-log.ts";
import { askAgain, proveAddress } from "./commands.ts";

/** Says that an address is one's own, by the link that came to it. */
export async function confirmAddress(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const key = z.string().catch("").parse(form.get("key"));
    await proveAddress(key, originOf(await headers()));
    return { saved: true, message: "Thank you. The address is proved." };
  });
}

/** Sends the link once more. */
export async function sendProof(): Promise<void> {
  const actor = await requireActor();
  const message = await askAgain(actor).then(
    () => "A mail with a link is on its way.",
    (error) => {
      if (error instanceof TooMany) return error.message;
      throw error;
    },
  );
  await setFlash({ message });
  refresh();
}
