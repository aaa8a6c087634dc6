"use server";

import { z } from "zod";
import { buttonAction, errorMessage } from "../../forms/click-action.ts";
import { publicFormAction } from "../../forms/form-action.ts";
import { resendVerification, verifyEmail } from "./commands.ts";

/** Verifies an address by the link that was sent to it. */
export const confirmAddress = publicFormAction(async ({ form, origin }) => {
  await verifyEmail(z.string().catch("").parse(form.get("key")), origin);
  return { saved: true, message: "Thank you. The address is proved." };
});

/** Sends the verification link again. */
export const sendProof = buttonAction(async ({ actor }) => {
  const sent = "A mail with a link is on its way.";
  return { flash: await resendVerification(actor).then(() => sent, errorMessage) };
});
