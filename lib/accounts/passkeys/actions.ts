"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Invalid } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { setFlash } from "../../forms/flash.ts";
import { type FormState, formState } from "../../forms/form-action.ts";
import { dropPending, heldPending, holdPending, signInHere } from "../auth/browser.ts";
import { actionActor, currentSessionId } from "../auth/current.ts";
import { addressOf, count, limits } from "../auth/limits.ts";
import { provePerson } from "../auth/proof.ts";
import { returnPath } from "../auth/return-path.ts";
import { originOf } from "../security-log.ts";
import * as commands from "./commands.ts";
import { type RelyingParty, relyingParty } from "./relying-party.ts";
import { enrolmentAnswer, passkeyName, signInAnswer } from "./schema.ts";

type Enrolment = Awaited<ReturnType<typeof commands.beginEnrolment>>["options"];
type Asked = Awaited<ReturnType<typeof commands.beginSignIn>>["options"];

const wrong = "That passkey does not open an account here. Try again, or sign in another way.";

async function party(): Promise<RelyingParty> {
  const here = relyingParty(await headers());
  if (!here) throw new Invalid({ non_field_errors: ["Passkeys need HTTPS and a name."] });
  return here;
}

/** After the password: what the browser asks an authenticator for a new passkey with. */
export async function beginPasskey(form: FormData): Promise<FormState & { options?: Enrolment }> {
  let options: Enrolment | undefined;
  const state = await formState(form, async () => {
    const actor = await actionActor();
    parseInput(passkeyName, Object.fromEntries(form));
    await provePerson(actor, form.get("current_password"), await currentSessionId());
    const begun = await commands.beginEnrolment(actor, await party());
    await holdPending("passkey_enrolment", begun.key);
    options = begun.options;
    return {};
  });
  return { ...state, options };
}

/** Adds the passkey that the authenticator made. */
export async function finishPasskey(form: FormData, answer: unknown): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const { name } = parseInput(passkeyName, Object.fromEntries(form));
    const read = enrolmentAnswer.safeParse(answer);
    if (!read.success) return { message: "That passkey could not be read. Try again." };
    await commands.finishEnrolment(actor, name, read.data, {
      key: await heldPending("passkey_enrolment"),
      party: await party(),
      from: originOf(await headers()),
    });
    await dropPending("passkey_enrolment");
    await setFlash({ message: "Your passkey is added." });
    refresh();
    return { saved: true };
  });
}

/** Removes the passkey that a form names, after the password. */
export async function removePasskey(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    await provePerson(actor, form.get("current_password"), await currentSessionId());
    await commands.removePasskey(actor, String(form.get("id")), originOf(await headers()));
    await setFlash({ message: "That passkey is removed." });
    refresh();
    return { saved: true };
  });
}

/** What the browser asks for a passkey with, at the sign-in. */
export async function askPasskey(): Promise<FormState & { options?: Asked }> {
  let options: Asked | undefined;
  const state = await formState(new FormData(), async () => {
    await count(limits.sign_in_address, addressOf(await headers()));
    const begun = await commands.beginSignIn(await party());
    await holdPending("passkey_sign_in", begun.key);
    options = begun.options;
    return {};
  });
  return { ...state, options };
}

/**
 * Signs in with the passkey that answered, and goes on. It asks for no code: it is something that the person
 * has, opened by what they know or are.
 */
export async function signInWithPasskey(answer: unknown, next: unknown): Promise<FormState> {
  return formState(new FormData(), async () => {
    await count(limits.sign_in_address, addressOf(await headers()));
    const read = signInAnswer.safeParse(answer);
    const key = await heldPending("passkey_sign_in");
    const found = read.success
      ? await commands.finishSignIn(read.data, { key, party: await party() })
      : null;
    await dropPending("passkey_sign_in");
    if (!found) return { message: wrong };
    await signInHere(found.id, "passkey");
    redirect(returnPath(next));
  });
}
