"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { Invalid } from "../../errors.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import type { Actor } from "../auth/actor.ts";
import { signOutHere } from "../auth/browser.ts";
import { actionActor, currentSessionId } from "../auth/current.ts";
import { provePerson } from "../auth/proof.ts";
import { getFactor } from "../second-factor/queries.ts";
import { codeLength } from "../second-factor/values.ts";
import { noteFailure, originOf } from "../security-log.ts";
import { takeCode } from "../sign-in/commands.ts";
import { deleteAccount as remove } from "./commands.ts";

const Typed = z.object({
  username: z.string().catch(""),
  code: z.string().max(codeLength).catch(""),
});

/** Deletes the account of whoever proves to be its person, and shows the way out. */
export async function deleteAccount(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const { username, code } = Typed.parse(Object.fromEntries(form));
    await prove(actor, form.get("current_password"), code);
    await remove(actor, username, originOf(await headers()));
    await signOutHere();
    redirect("/login?deleted=done");
  });
}

async function prove(actor: Actor, password: FormDataEntryValue | null, code: string) {
  const from = await headers();
  try {
    await provePerson(actor, password, await currentSessionId());
  } catch (error) {
    if (error instanceof Invalid)
      await noteFailure(actor.user_id, "deletion_refused", originOf(from));
    throw error;
  }
  if ((await getFactor(actor)).state !== "on") return;
  if (await takeCode(actor.user_id, code, from)) return;
  throw new Invalid({ code: ["This code does not fit. Take a fresh one."] });
}
