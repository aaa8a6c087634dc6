"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { formOf, publicFormAction } from "../../forms/form-action.ts";
import { redirectBelow } from "../../redirect-below.ts";
import { noteAction } from "../../runtime/request.ts";
import {
  askForCode,
  clearPendingCookie,
  readPendingCookie,
  signInBrowser,
} from "../auth/browser.ts";
import { clientAddress } from "../auth/client-address.ts";
import { checkCredentials } from "../auth/credentials.ts";
import { consumePendingSignIn, countPendingAttempt } from "../auth/pending-sign-ins.ts";
import { checkAddressLimit, limits } from "../auth/rate-limits.ts";
import { returnPath } from "../auth/return-path.ts";
import { keepInvitation } from "../invitations/browser.ts";
import { providerIds } from "../linked-accounts/values.ts";
import { typedCode } from "../second-factor/codes.ts";
import { checkCode } from "./commands.ts";
import { startOAuth } from "./oauth-redirect.ts";

const SignIn = z.object({
  username: z.string().catch(""),
  password: z.string().catch(""),
});

/**
 * Signs in and goes to the page that asked for it, over the page for the code where there is a second factor;
 * else one message that does not tell what was wrong.
 */
export const signIn = publicFormAction(async ({ form, read }) => {
  const { username, password } = read(SignIn);
  const from = await headers();
  const strangers = limits.sign_in_address;
  const person = await checkCredentials(username.trim(), password, from, strangers);
  if (!person) {
    return {
      message: "That user name and password do not go together. Check both and try again.",
      values: { username },
    };
  }
  const next = returnPath(form.get("next"));
  if (person.second_factor) return { to: await askForCode(person.id, next) };
  await signInBrowser(person.id);
  return { to: next };
});

/** The second step: a code of the app, or a recovery code. */
export const enterCode = publicFormAction(async ({ form }) => {
  const next = returnPath(form.get("next"));
  const code = typedCode.parse(form.get("code"));
  const key = await readPendingCookie("second_factor");
  const userId = await countPendingAttempt(key, "second_factor");
  if (userId === null) return { to: `/login?refused=late&next=${encodeURIComponent(next)}` };
  if (!(await checkCode(userId, code, await headers()))) return { message: wrongCode };
  await clearPendingCookie("second_factor");
  const begun = await consumePendingSignIn(key, "second_factor");
  if (!begun) return { to: "/login?refused=late" };
  await signInBrowser(userId, begun.challenge);
  return { to: next };
});

const wrongCode =
  "That code does not fit. Each works once: wait for the next one, or check the clock of the device that shows it.";

/** Goes to a provider to sign in there, with the key of an invitation where there is one. */
export async function signInWith(sent: FormData): Promise<void> {
  noteAction();
  const form = formOf(sent);
  const provider = z.enum(providerIds).safeParse(form.get("provider"));
  await checkAddressLimit(limits.sign_in_address, clientAddress(await headers()));
  await keepInvitation(form.get("invitation"));
  const next = returnPath(form.get("next"));
  const url = provider.success && (await startOAuth(provider.data, next));
  await redirectBelow(url || `/login?refused=failed&next=${encodeURIComponent(next)}`);
}
