"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { setFlash } from "../flash.ts";
import { type FormState, formState } from "../forms.ts";
import { originOf } from "../security-log.ts";
import { signInHere, signOutHere } from "./browser.ts";
import { checkCredentials } from "./credentials.ts";
import { currentSessionId, requireActor } from "./current.ts";
import { addressOf, count, limits } from "./limits.ts";
import { returnPath } from "./return-path.ts";
import { closeOtherSessions, closeOwnSession } from "./sessions.ts";

const SignIn = z.object({
  username: z.string().catch(""),
  password: z.string().catch(""),
});

/** Signs in and goes to the page that asked for it; else one message that does not tell what was wrong. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const { username, password } = SignIn.parse(Object.fromEntries(form));
    const from = await headers();
    await count(limits.sign_in_address, addressOf(from));
    const person = await checkCredentials(username.trim(), password, from);
    if (!person) {
      return {
        message: "That user name and password do not go together. Check both and try again.",
        values: { username },
      };
    }
    await signInHere(person.id);
    redirect(returnPath(form.get("next")));
  });
}

/** Ends the session of this browser and shows the welcome page. */
export async function signOut(): Promise<void> {
  await signOutHere();
  redirect("/");
}

/** Ends one of the person's other sessions. */
export async function endSession(form: FormData): Promise<void> {
  const actor = await requireActor();
  await closeOwnSession(actor, String(form.get("id")), originOf(await headers()));
  await setFlash({ message: "That device is signed out." });
  revalidatePath("/settings/security");
}

/** Ends the person's sessions everywhere but here. */
export async function endOtherSessions(): Promise<void> {
  const actor = await requireActor();
  await closeOtherSessions(actor, await currentSessionId(), originOf(await headers()));
  await setFlash({ message: "You are signed out everywhere else." });
  revalidatePath("/settings/security");
}
