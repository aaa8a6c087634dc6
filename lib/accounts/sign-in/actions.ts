"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { publicFormAction } from "../../forms/form-action.ts";
import { dropPending, heldPending, holdPending, signInHere } from "../auth/browser.ts";
import { checkCredentials } from "../auth/credentials.ts";
import { addressOf, count, limits } from "../auth/limits.ts";
import { openPending, takePending, tryPending } from "../auth/pending.ts";
import { returnPath } from "../auth/return-path.ts";
import { providerIds } from "../linked-accounts/values.ts";
import { codeLength } from "../second-factor/values.ts";
import { takeCode } from "./commands.ts";
import { depart } from "./departure.ts";

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
  if (person.second_factor) {
    const begun = { purpose: "second_factor", user_id: person.id } as const;
    await holdPending("second_factor", await openPending(begun));
    return { to: `/login/code?next=${encodeURIComponent(next)}` };
  }
  await signInHere(person.id);
  return { to: next };
});

/** The second step: a code of the app, or a recovery code. */
export const enterCode = publicFormAction(async ({ form }) => {
  const next = returnPath(form.get("next"));
  const code = z.string().max(codeLength).catch("").parse(form.get("code"));
  const key = await heldPending("second_factor");
  const userId = await tryPending(key, "second_factor");
  if (userId === null) return { to: `/login?refused=late&next=${encodeURIComponent(next)}` };
  if (!(await takeCode(userId, code, await headers()))) return { message: wrongCode };
  await dropPending("second_factor");
  const begun = await takePending(key, "second_factor");
  if (!begun) return { to: "/login?refused=late" };
  await signInHere(userId, begun.challenge);
  return { to: next };
});

const wrongCode =
  "That code does not fit. Each works once: wait for the next one, or check the clock of the device that shows it.";

/** Goes to a provider to sign in there. */
export async function signInWith(form: FormData): Promise<void> {
  const provider = z.enum(providerIds).safeParse(form.get("provider"));
  await count(limits.sign_in_address, addressOf(await headers()));
  const next = returnPath(form.get("next"));
  const url = provider.success && (await depart(provider.data, next));
  redirect(url || `/login?refused=failed&next=${encodeURIComponent(next)}`);
}
