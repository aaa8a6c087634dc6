"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { toStored } from "../../dates.ts";
import { Invalid, NotFound } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { setFlash } from "../../forms/flash.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { actionActor, requireActor } from "../auth/current.ts";
import { originOf } from "../security-log.ts";
import { createToken, revokeToken as revoke } from "./commands.ts";
import { tokenInput } from "./schema.ts";
import { tokenScopes } from "./values.ts";

const day = 86_400_000;

/** Makes a personal token from its form. The token itself is in the answer this once. */
export async function makeToken(form: FormData): Promise<FormState & { token?: string }> {
  let token: string | undefined;
  const state = await formState(form, async () => {
    const actor = await actionActor();
    const typed = Object.fromEntries(form);
    const days = Number(typed.days);
    const input = parseFields(actor.time_zone, {
      name: typed.name,
      scopes: tokenScopes.filter((scope) => typed[scope] === "on"),
      expires_at: days > 0 ? toStored(Date.now() + days * day) : null,
    });
    ({ token } = await createToken(actor, input, originOf(await headers())));
    refresh();
    return { saved: true, message: "Your token is made." };
  });
  return { ...state, token };
}

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
export async function revokeToken(form: FormData): Promise<void> {
  const actor = await requireActor();
  const id = z.coerce.number().int().catch(0).parse(form.get("id"));
  const message = await revoke(actor, id, originOf(await headers())).then(
    () => "That token is revoked.",
    (error) => {
      if (error instanceof NotFound) return "That token was revoked already.";
      throw error;
    },
  );
  await setFlash({ message });
  refresh();
}
