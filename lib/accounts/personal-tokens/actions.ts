"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { dayMs, toStored } from "../../dates.ts";
import { Invalid } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { buttonAction, clickAction } from "../../forms/click-action.ts";
import { formAction } from "../../forms/form-action.ts";
import { reauthenticateByForm } from "../auth/browser.ts";
import { createToken, revokeToken as revoke } from "../auth/personal-tokens.ts";
import { describeUserAgent } from "../user-agent.ts";
import { tokenInput } from "./schema.ts";
import { tokenLimits, tokenScopes } from "./values.ts";

/** Makes a personal token, after a new authentication since it outlives the session; it is in the answer this once. */
export const makeToken = formAction(async ({ actor, form, origin }) => {
  const typed = Object.fromEntries(form);
  const days = Number(typed.days);
  const input = parseFields(actor.time_zone, {
    name: typed.name,
    scopes: tokenScopes.filter((scope) => typed[scope] === "on"),
    expires_at: days > 0 ? toStored(Date.now() + days * dayMs) : null,
  });
  await reauthenticateByForm(actor, form);
  const { token } = await createToken(actor, input, origin);
  refresh();
  return { saved: true, message: "Your token is made.", token };
});

/**
 * Makes the token of a browser's extension, which asks for it on Settings → Browser. It asks for no password: with the
 * scope `capture` alone it adds postings, and reads none.
 */
export const connectBrowser = clickAction(async ({ actor, origin }) => {
  const name = `Browser extension on ${describeUserAgent(origin.user_agent ?? "").words}`;
  const input = { name: name.slice(0, tokenLimits.name), scopes: ["capture" as const] };
  const { token } = await createToken(actor, input, origin);
  refresh();
  return { message: "This browser is connected.", done: token };
});

// The form has one box for each scope; what is wrong with them as a whole is said at the first.
function parseFields(zone: string, fields: Record<string, unknown>) {
  try {
    return parseInput(tokenInput(zone), fields);
  } catch (error) {
    if (!(error instanceof Invalid) || !error.fields.scopes) throw error;
    const { scopes, ...others } = error.fields;
    throw new Invalid({ ...others, read: scopes });
  }
}

/** Ends the token that a form names. */
export const revokeToken = buttonAction(
  async ({ actor, origin, form }) => {
    await revoke(actor, z.coerce.number().int().catch(0).parse(form.get("id")), origin);
    return { flash: "That token is revoked." };
  },
  { not_found: "That token was revoked already." },
);
