"use server";

import { refresh } from "next/cache";
import { buttonAction } from "../../forms/click-action.ts";
import { factorAction, formAction } from "../../forms/form-action.ts";
import { reauthenticateByForm } from "../auth/browser.ts";
import { checkRateLimit, limits } from "../auth/rate-limits.ts";
import { typedCode } from "./codes.ts";
import * as commands from "./commands.ts";

/** Starts the set-up of an authenticator app. */
export const startFactor = factorAction(async ({ actor, form }) => {
  await reauthenticateByForm(actor, form);
  await commands.startFactor(actor);
  refresh();
  return {};
});

/** Cancels the set-up. */
export const cancelFactor = buttonAction(async ({ actor }) => {
  await commands.cancelFactor(actor);
  return {};
});

/** Turns the second factor on. The recovery codes are in the answer this once. */
export const confirmFactor = factorAction(async ({ actor, form, origin }) => {
  await checkRateLimit(limits.reauthentication, String(actor.user_id));
  const codes = await commands.confirmFactor(actor, typedCode.parse(form.get("code")), origin);
  refresh();
  return { saved: true, codes };
});

/** Makes new recovery codes; the old ones are void. */
export const renewCodes = formAction(async ({ actor, form, origin }) => {
  await reauthenticateByForm(actor, form);
  const codes = await commands.renewCodes(actor, origin);
  refresh();
  return { saved: true, codes };
});

/** Turns the second factor off. */
export const turnOffFactor = formAction(async ({ actor, form, origin }) => {
  await reauthenticateByForm(actor, form);
  await commands.turnOffFactor(actor, origin);
  refresh();
  return { saved: true, flash: { message: "The second factor is off." } };
});
