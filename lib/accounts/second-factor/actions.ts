"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { setFlash } from "../../forms/flash.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import type { Actor } from "../auth/actor.ts";
import { actionActor, currentSessionId, requireActor } from "../auth/current.ts";
import { count, limits } from "../auth/limits.ts";
import { provePerson } from "../auth/proof.ts";
import { originOf } from "../security-log.ts";
import * as commands from "./commands.ts";
import { codeLength } from "./values.ts";

type WithCodes = FormState & { codes?: string[] };

const typedCode = z.string().max(codeLength).catch("");

const origin = async () => originOf(await headers());

async function proven(form: FormData): Promise<Actor> {
  const actor = await actionActor();
  await provePerson(actor, form.get("current_password"), await currentSessionId());
  return actor;
}

/** Begins to set up an authenticator app. */
export async function startFactor(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await commands.startFactor(await proven(form));
    refresh();
    return {};
  });
}

/** Gives up what was begun. */
export async function cancelFactor(): Promise<void> {
  await commands.cancelFactor(await requireActor());
  refresh();
}

/** Turns the second factor on. The recovery codes are in the answer this once. */
export async function confirmFactor(form: FormData): Promise<WithCodes> {
  return withCodes(form, async () => {
    const actor = await actionActor();
    await count(limits.proof, String(actor.user_id));
    return commands.confirmFactor(actor, typedCode.parse(form.get("code")), await origin());
  });
}

/** Makes new recovery codes; the old ones are void. */
export async function renewCodes(form: FormData): Promise<WithCodes> {
  return withCodes(form, async () => commands.renewCodes(await proven(form), await origin()));
}

async function withCodes(form: FormData, make: () => Promise<string[]>): Promise<WithCodes> {
  let codes: string[] | undefined;
  const state = await formState(form, async () => {
    codes = await make();
    refresh();
    return { saved: true };
  });
  return { ...state, codes };
}

/** Turns the second factor off. */
export async function turnOffFactor(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await commands.turnOffFactor(await proven(form), await origin());
    await setFlash({ message: "The second factor is off." });
    refresh();
    return { saved: true };
  });
}
