"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { setFlash } from "../../forms/flash.ts";
import { originOf } from "../security-log.ts";
import { signOutHere } from "./browser.ts";
import { currentSessionId, requireActor } from "./current.ts";
import { closeOtherSessions, closeOwnSession } from "./sessions.ts";

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
