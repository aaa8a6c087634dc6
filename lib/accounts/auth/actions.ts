"use server";

import { buttonAction } from "../../forms/click-action.ts";
import { redirectBelow } from "../../redirect-below.ts";
import { noteAction } from "../../runtime/request.ts";
import { signOutBrowser } from "./browser.ts";
import { currentSessionId } from "./current.ts";
import { closeOtherSessions, closeOwnSession } from "./sessions.ts";

/** Ends the session of this browser and shows the welcome page. */
export async function signOut(): Promise<void> {
  noteAction();
  await signOutBrowser();
  await redirectBelow("/");
}

/** Ends one of the person's other sessions. */
export const endSession = buttonAction(async ({ actor, origin, form }) => {
  await closeOwnSession(actor, String(form.get("id")), origin);
  return { flash: "That device is signed out." };
});

/** Ends the person's sessions everywhere but here, and their tokens where the form says so. */
export const endOtherSessions = buttonAction(async ({ actor, origin, form }) => {
  const tokens = form.getAll("tokens").includes("on");
  await closeOtherSessions(actor, await currentSessionId(), origin, { tokens });
  const words = tokens ? " Your tokens have ended." : "";
  return { flash: `You are signed out everywhere else.${words}` };
});
