import "server-only";
import { cookies, headers } from "next/headers";
import { originOf } from "../security-log.ts";
import type { Actor } from "./actor.ts";
import { cookieLifetimeSeconds, sealKey, sessionCookie, usesHttps } from "./cookie.ts";
import { recordLastLogin } from "./credentials.ts";
import { currentSessionId } from "./current.ts";
import { deviceCookie, deviceLifetimeSeconds, rememberDevice } from "./known-devices.ts";
import { createPendingSignIn, type Purpose, pendingLifetimeSeconds } from "./pending-sign-ins.ts";
import { reauthenticate } from "./reauthentication.ts";
import { closeSession, openSession } from "./sessions.ts";

/**
 * Signs a person in at this browser, in a server action: opens the session and sets the cookies. `by` is what
 * their log says they came by, besides the password.
 */
export async function signInBrowser(userId: number, by = ""): Promise<void> {
  const from = originOf(await headers());
  await closeSession(await currentSessionId(), from);
  const key = await openSession(userId, from, by);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealKey(key), { ...options, maxAge: cookieLifetimeSeconds });
  const device = deviceCookie();
  const known = await rememberDevice((await cookies()).get(device)?.value, userId);
  (await cookies()).set(device, known, { ...options, maxAge: deviceLifetimeSeconds });
  await setColorModeCookie((await recordLastLogin(userId)) ?? "light");
}

/**
 * Lets a person who came by `by` wait for the code of their second factor, in a server action. Gives the path of
 * the page that asks for it and leads on to `next`.
 */
export async function askForCode(userId: number, next: string, by?: string): Promise<string> {
  const begun = { purpose: "second_factor", user_id: userId, challenge: by } as const;
  await setPendingCookie("second_factor", await createPendingSignIn(begun));
  return `/login/code?next=${encodeURIComponent(next)}`;
}

/** Signs out at this browser, in a server action: ends the session's row and drops the cookie. */
export async function signOutBrowser(): Promise<void> {
  await closeSession(await currentSessionId(), originOf(await headers()));
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Keeps the colour mode where the root layout reads it, so that a page never flashes in the other one. */
export async function setColorModeCookie(mode: string): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set("color_mode", mode, { ...options, maxAge: cookieLifetimeSeconds });
}

const pendingCookieName = (purpose: Purpose) =>
  `${usesHttps() ? "__Host-" : ""}pending-${purpose.replaceAll("_", "-")}`;

/** Sets the cookie with a pending sign-in's key; for server actions. */
export async function setPendingCookie(purpose: Purpose, key: string): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set(pendingCookieName(purpose), key, {
    ...options,
    maxAge: pendingLifetimeSeconds,
  });
}

/** The pending sign-in key in this browser's cookie, or "". */
export async function readPendingCookie(purpose: Purpose): Promise<string> {
  return (await cookies()).get(pendingCookieName(purpose))?.value ?? "";
}

/** Clears the pending sign-in cookie; for server actions. */
export async function clearPendingCookie(purpose: Purpose): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set(pendingCookieName(purpose), "", { ...options, maxAge: 0 });
}

/**
 * The person proves once more to be who they are, by the form's field `current_password` or by a fresh session.
 * Throws `Invalid` and `RateLimitExceeded`.
 */
export async function reauthenticateByForm(actor: Actor, form: FormData): Promise<void> {
  await reauthenticate(actor, form.get("current_password"), await currentSessionId());
}
