"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, formState } from "../forms.ts";
import { signInHere, signOutHere } from "./browser.ts";
import { checkCredentials } from "./credentials.ts";
import { returnPath } from "./return-path.ts";

const SignIn = z.object({
  username: z.string().catch(""),
  password: z.string().catch(""),
});

/** Signs in and goes to the page that asked for it; else one message that does not tell what was wrong. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const { username, password } = SignIn.parse(Object.fromEntries(form));
    const person = await checkCredentials(username.trim(), password);
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
