"use server";

import { z } from "zod";
import { buttonAction, errorMessage } from "../../forms/click-action.ts";
import { publicFormAction } from "../../forms/form-action.ts";
import { resendVerification, verifyEmail } from "./commands.ts";

/** Says that an address is one's own, by the link that came to it. */
export const confirmAddress = publicFormAction(async ({ form, origin }) => {
  await verifyEmail(z.string().catch("").parse(form.get("key")), origin);
  return { saved: true, message: "Thank you. The address is proved." };
});

/** Sends the link once more. */
export const sendProof = buttonAction(async ({ actor }) => {
  const sent = "A mail with a link is on its way.";
  return { flash: await resendVerification(actor).then(() => sent, errorMessage) };
});
