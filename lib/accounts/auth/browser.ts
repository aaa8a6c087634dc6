import "server-only";
import { cookies, headers } from "next/headers";
import { Invalid } from "../../errors.ts";
import { requiredMessage } from "../../fields.ts";
import { originOf } from "../security-log.ts";
import type { Actor } from "./actor.ts";
import { cookieLifetimeSeconds, cookiePrefix, sealKey, sessionCookie } from "./cookie.ts";
import { recordLastLogin } from "./credentials.ts";
import { currentSessionId } from "./current.ts";
import { deviceCookie, deviceLifetimeSeconds, rememberDevice } from "./known-devices.ts";
import { isUsablePassword, verifyPassword } from "./passwords.ts";
import { createPendingSignIn, type Purpose, pendingLifetimeSeconds } from "./pending-sign-ins.ts";
import { checkRateLimit, limits } from "./rate-limits.ts";
import { requireFreshSession, storedPassword } from "./reauthentication.ts";
import { closeSession, openSession } from "./sessions.ts";

/**
 * Signs a person in at this browser, in a server action: opens the session and sets the cookies. `by` is what
 * their log says they came by, besides the password.
 */
export async function signInBrowser(userId: number, by = ""): Promise<void> {
  const from = originOf(await headers());
  await closeSession(await currentSessionId(), from);
  const key = await openSession(userId, from, by);
  await setCookie(sessionCookie().name, await sealKey(key), cookieLifetimeSeconds);
  const device = deviceCookie();
  const known = await rememberDevice((await cookies()).get(device)?.value, userId);
  await setCookie(device, known, deviceLifetimeSeconds);
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

/** Signs out at this browser, in a server action: ends the session and clears the cookie. */
export async function signOutBrowser(): Promise<void> {
  await closeSession(await currentSessionId(), originOf(await headers()));
  await setCookie(sessionCookie().name, "", 0);
}

async function setCookie(name: string, value: string, maxAgeSeconds: number): Promise<void> {
  (await cookies()).set(name, value, { ...sessionCookie().options, maxAge: maxAgeSeconds });
}

/** Stores the colour mode where the root layout reads it, so that no page flashes in the other one. */
export async function setColorModeCookie(mode: string): Promise<void> {
  await setCookie("color_mode", mode, cookieLifetimeSeconds);
}

const pendingCookieName = (purpose: Purpose) =>
  `${cookiePrefix()}pending-${purpose.replaceAll("_", "-")}`;

/** Sets the cookie with a pending sign-in's key; for server actions. */
export async function setPendingCookie(purpose: Purpose, key: string): Promise<void> {
  await setCookie(pendingCookieName(purpose), key, pendingLifetimeSeconds);
}

/** The pending sign-in key in this browser's cookie, or "". */
export async function readPendingCookie(purpose: Purpose): Promise<string> {
  return (await cookies()).get(pendingCookieName(purpose))?.value ?? "";
}

/** Clears the pending sign-in cookie; for server actions. */
export async function clearPendingCookie(purpose: Purpose): Promise<void> {
  await setCookie(pendingCookieName(purpose), "", 0);
}

/**
 * Reauthentication before credentials are changed: by the form's `current_password`, or without a password by a
 * session that is ten minutes old at most. Throws `Invalid`, `RateLimitExceeded`.
 */
export async function reauthenticateByForm(actor: Actor, form: FormData): Promise<void> {
  const stored = await storedPassword(actor);
  if (!isUsablePassword(stored)) return requireFreshSession(actor, await currentSessionId());
  const password = form.get("current_password");
  if (typeof password !== "string" || password === "")
    throw new Invalid({ current_password: [requiredMessage] });
  await checkRateLimit(limits.reauthentication, String(actor.user_id));
  if (!(await verifyPassword(stored, password)))
    throw new Invalid({ current_password: ["This is not your password."] });
}
