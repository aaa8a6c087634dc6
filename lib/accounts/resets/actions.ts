"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { env } from "../../env.ts";
import { rowIdOrZero } from "../../fields.ts";
import { formAction, publicFormAction } from "../../forms/form-action.ts";
import { publicUrlOrPath } from "../../mail/emails.ts";
import { sendsMail } from "../../mail/sends-mail.ts";
import { afterResponse } from "../../runtime/after-response.ts";
import { askForCode, signInBrowser } from "../auth/browser.ts";
import { clientAddress } from "../auth/client-address.ts";
import { hasSecondFactor } from "../auth/credentials.ts";
import { checkAddressLimit, limits } from "../auth/rate-limits.ts";
import { createResetLink, requestReset, resetPassword } from "./commands.ts";

const Asked = z.object({
  who: z
    .string({ error: "This field is required." })
    .trim()
    .min(1, "This field is required.")
    .max(254, "That is longer than any name or address here."),
});

const resetRequestedMessage =
  "If that is the name or the address of an account here, a mail with a link is on its way to it. The link is good for an hour.";

/** Asks for a link to a new password; the answer is the same for everybody. */
export const forgot = publicFormAction(async ({ origin, read }) => {
  if (!env().PASSWORD_SIGN_IN) return { message: "Nobody signs in with a password here." };
  const { who } = read(Asked);
  await checkAddressLimit(limits.reset_address, clientAddress(await headers()));
  if (sendsMail()) afterResponse(() => requestReset(who, origin));
  return { saved: true, message: resetRequestedMessage };
});

const Chosen = z.object({ key: z.string().catch(""), password: z.string().catch("") });

/** Sets a new password by a link and goes on to the sign-in; where passwords are turned off, the link signs in. */
export const choosePassword = publicFormAction(async ({ origin, read }) => {
  const { key, password } = read(Chosen);
  await checkAddressLimit(limits.reset_address, clientAddress(await headers()));
  const userId = await resetPassword(key, password, origin);
  if (env().PASSWORD_SIGN_IN) return { to: "/login?reset=done" };
  if (await hasSecondFactor(userId)) return { to: await askForCode(userId, "/settings/security") };
  await signInBrowser(userId, "link");
  return { to: "/settings/security" };
});

/** An admin's link to a new password for the person that a form names; it is in the answer this once. */
export const makeResetLink = formAction(async ({ actor, form, origin }) => {
  const key = await createResetLink(actor, rowIdOrZero.parse(Number(form.get("id"))), origin);
  return { saved: true, message: "The link is made.", link: publicUrlOrPath(`/reset/${key}`) };
});
