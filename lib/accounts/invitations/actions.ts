"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { Forbidden, NotFound } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { setFlash } from "../../forms/flash.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { publicPath } from "../../mail/letters.ts";
import { actionActor, requireActor } from "../auth/current.ts";
import { originOf } from "../security-log.ts";
import { invite, revokeInvitation } from "./commands.ts";
import { invitationPath } from "./letters.ts";
import { invitationInput } from "./schema.ts";

/** Makes an invitation from its form. The link is in the answer this once. */
export async function makeInvitation(form: FormData): Promise<FormState & { link?: string }> {
  let link: string | undefined;
  const state = await formState(form, async () => {
    const actor = await actionActor();
    const { email } = parseInput(invitationInput, Object.fromEntries(form));
    const key = await invite(actor, email, originOf(await headers()));
    link = publicPath(invitationPath(key));
    refresh();
    return { saved: true, message: "The invitation is made." };
  });
  return { ...state, link };
}

/** Takes back the invitation that a form names. */
export async function takeBack(form: FormData): Promise<void> {
  const actor = await requireActor();
  const message = await revokeInvitation(
    actor,
    String(form.get("id")),
    originOf(await headers()),
  ).then(
    () => "That invitation is taken back.",
    (error) => {
      if (error instanceof Forbidden) return "Only admins take invitations back.";
      if (error instanceof NotFound) return "That invitation is used or gone already.";
      throw error;
    },
  );
  await setFlash({ message });
  refresh();
}
