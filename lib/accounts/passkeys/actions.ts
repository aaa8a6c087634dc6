"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { Invalid } from "../../errors.ts";
import { publicClickAction } from "../../forms/click-action.ts";
import { formAction } from "../../forms/form-action.ts";
import { redirectBelow } from "../../redirect-below.ts";
import {
  clearPendingCookie,
  readPendingCookie,
  reauthenticateByForm,
  setPendingCookie,
  signInBrowser,
} from "../auth/browser.ts";
import { clientAddress } from "../auth/client-address.ts";
import { checkAddressLimit, limits } from "../auth/rate-limits.ts";
import { returnPath } from "../auth/return-path.ts";
import * as commands from "./commands.ts";
import { type RelyingParty, relyingParty } from "./relying-party.ts";
import { enrolmentAnswer, passkeyName, signInAnswer } from "./schema.ts";

const wrong = "That passkey does not open an account here. Try again, or sign in another way.";

async function party(): Promise<RelyingParty> {
  const here = relyingParty(await headers());
  if (!here) throw new Invalid({ non_field_errors: ["Passkeys need HTTPS and a name."] });
  return here;
}

/** After the password: what the browser asks an authenticator for a new passkey with. */
export const beginPasskey = formAction(async ({ actor, form, read }) => {
  read(passkeyName);
  await reauthenticateByForm(actor, form);
  const { key, options } = await commands.beginEnrolment(actor, await party());
  await setPendingCookie("passkey_enrolment", key);
  return { options };
});

/** Adds the passkey that the authenticator made. */
export const finishPasskey = formAction(async ({ actor, origin, read }, answer: unknown) => {
  const { name } = read(passkeyName);
  const made = enrolmentAnswer.safeParse(answer);
  if (!made.success) return { message: "That passkey could not be read. Try again." };
  await commands.finishEnrolment(actor, name, made.data, {
    key: await readPendingCookie("passkey_enrolment"),
    party: await party(),
    from: origin,
  });
  await clearPendingCookie("passkey_enrolment");
  refresh();
  return { saved: true, flash: { message: "Your passkey is added." } };
});

/** Removes the passkey that a form names, after the password. */
export const removePasskey = formAction(async ({ actor, form, origin }) => {
  await reauthenticateByForm(actor, form);
  await commands.removePasskey(actor, String(form.get("id")), origin);
  refresh();
  return { saved: true, flash: { message: "That passkey is removed." } };
});

/** What the browser asks for a passkey with, at the sign-in. */
export const askPasskey = publicClickAction(async () => {
  await checkAddressLimit(limits.sign_in_address, clientAddress(await headers()));
  const { key, options } = await commands.beginSignIn(await party());
  await setPendingCookie("passkey_sign_in", key);
  return { message: "", done: options };
});

/**
 * Signs in with the passkey that answered, and goes on. It asks for no code: it is something that the person
 * has, opened by what they know or are.
 */
export const signInWithPasskey = publicClickAction(
  async (_context, answer: unknown, next: unknown) => {
    await checkAddressLimit(limits.sign_in_address, clientAddress(await headers()));
    const read = signInAnswer.safeParse(answer);
    const key = await readPendingCookie("passkey_sign_in");
    const found = read.success
      ? await commands.finishSignIn(read.data, { key, party: await party() })
      : null;
    await clearPendingCookie("passkey_sign_in");
    if (!found) return { message: wrong };
    await signInBrowser(found.id, "passkey");
    return redirectBelow(returnPath(next));
  },
);
