"use server";

import { setTimeout as sleep } from "node:timers/promises";
import { headers } from "next/headers";
import { z } from "zod";
import { Invalid } from "../../errors.ts";
import { type FormContext, formAction } from "../../forms/form-action.ts";
import { redirectBelow } from "../../redirect-below.ts";
import type { Actor } from "../auth/actor.ts";
import { reauthenticateByForm, signOutBrowser } from "../auth/browser.ts";
import { hasSecondFactor } from "../auth/credentials.ts";
import { typedCode } from "../second-factor/codes.ts";
import { logFailedAttempt } from "../security-log.ts";
import { checkCode } from "../sign-in/commands.ts";
import { deleteAccount as remove } from "./commands.ts";

const waitMs = 1_500;

const Typed = z.object({ username: z.string().catch(""), code: typedCode });

/** Deletes the account after a new authentication, and shows how far that is. */
export const deleteAccount = formAction(async (context) => {
  const { actor, origin, read } = context;
  const { username, code } = read(Typed);
  await prove(context, code);
  const { key, settled } = await remove(actor, username, origin);
  await signOutBrowser();
  // Most accounts are gone within a moment; of the others the page tells how far it is.
  const ended = await Promise.race([settled.then(() => true), sleep(waitMs, false)]);
  return redirectBelow(`/login?deleted=${ended ? "done" : key}`);
});

async function prove({ actor, form, origin }: FormContext & { actor: Actor }, code: string) {
  try {
    await reauthenticateByForm(actor, form);
  } catch (error) {
    if (error instanceof Invalid) await logFailedAttempt(actor.user_id, "deletion_refused", origin);
    throw error;
  }
  if (!(await hasSecondFactor(actor.user_id))) return;
  if (await checkCode(actor.user_id, code, await headers())) return;
  throw new Invalid({ code: ["This code does not fit. Take a fresh one."] });
}
